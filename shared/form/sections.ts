export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6

/** The six sections of the form, in its order and word for word; `keywords` tell a section whose title is not official. */
export const SECTIONS: readonly { readonly number: SectionNumber; readonly title: string; readonly keywords: RegExp }[] = [
  { number: 1, title: '总体情况', keywords: /总体|概述/ },
  { number: 2, title: '主动公开政府信息情况', keywords: /主动公开/ },
  { number: 3, title: '收到和处理政府信息公开申请情况', keywords: /申请/ },
  { number: 4, title: '政府信息公开行政复议、行政诉讼情况', keywords: /复议|诉讼/ },
  { number: 5, title: '存在的主要问题及改进情况', keywords: /问题|改进/ },
  { number: 6, title: '其他需要报告的事项', keywords: /其他|其它/ },
]

export const CHINESE_ORDINALS = ['一', '二', '三', '四', '五', '六'] as const

/** `一、总体情况` */
export const sectionHeading = (number: SectionNumber): string => `${CHINESE_ORDINALS[number - 1]}、${SECTIONS[number - 1]?.title}`
