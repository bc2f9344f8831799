import { describe, expect, it } from 'vitest'
import { copiedInto } from '../../shared/text/copied-passages.ts'

const LAST = '全年主动公开信息120条,通过网站专栏发布,并逐条核对后归档备查。'

describe('copied passages', () => {
  it('are all of a text that only changes figures and marks', () => {
    const { share, letters, passages } = copiedInto('全年主动公开信息4560条;通过网站专栏发布、并逐条核对后归档备查')(LAST)
    expect({ share, letters }).toEqual({ share: 1, letters: 28 })
    expect(passages()).toEqual(['全年主动公开信息4560条;通过网站专栏发布、并逐条核对后归档备查'])
  })

  it('are counted by the letter, and shown where they are long enough', () => {
    const { share, passages } = copiedInto('我局通过网站专栏发布,并逐条核对后归档备查,另有安排如下所述,共计十项')(LAST)
    expect(share).toBeCloseTo(18 / 32, 5)
    expect(passages()).toEqual([])
  })

  it('are none in a text shorter than a shingle, or in none', () => {
    expect(copiedInto('全年主动公开')(LAST).share).toBe(0)
    const none = copiedInto('')(LAST)
    expect([none.letters, none.share, none.passages()]).toEqual([0, 0, []])
    expect(copiedInto('全年主动公开信息和其他内容')('').share).toBe(0)
  })

  it('end with their last letter or figure, and begin with a letter of any plane', () => {
    const source = '𠀀𠀁二十四项制度逐一修订并向社会公布征求意见共收到建议2024'
    const { share, passages } = copiedInto(`其他:${source.replace('2024', '17')}。另外`)(source)
    expect(share).toBeGreaterThan(0.8)
    expect(passages()).toEqual([source.replace('2024', '17')])
  })
})
