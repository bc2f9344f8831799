import type { Outline } from '../outline.ts'

/** How tables and prose stand in plain texts, and what is read of them. */
export const layouts: Record<string, { text: string; blocks: Outline }> = {
  'rows with trailing pads': {
    text: '第二十条第(一)项 | |||\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 0 | 0 | 0 |\n行政许可 | 51 | ||',
    blocks: [
      [
        ['0:第二十条第(一)项', '1:', '2:', '3:'],
        ['0:信息内容', '1:本年制发件数', '2:本年废止件数', '3:现行有效件数'],
        ['0:规章', '1:0', '2:0', '3:0'],
        ['0:行政许可', '1:51', '2:', '3:'],
      ],
    ],
  },
  'clean rows of two cells': {
    text: '行政处罚|3\n行政强制|0',
    blocks: [
      [
        ['0:行政处罚', '1:3'],
        ['0:行政强制', '1:0'],
      ],
    ],
  },
  'a leading pipe and a markdown rule': {
    text: '| 信息内容 | 数量 |\n|:---|---:|\n| 规章 | - |\n| | |\n| 行政许可 | |',
    blocks: [
      [
        ['0:信息内容', '1:数量'],
        ['0:规章', '1:-'],
        ['0:', '1:'],
        ['0:行政许可', '1:'],
      ],
    ],
  },
  'full-width and drawn bars': {
    text: '┌───┬───┐\n│规章│0│\n├───┼───┤\n│行政许可│51│\n└───┴───┘\n\n正文\n行政处罚|0|1',
    blocks: [
      [
        ['0:规章', '1:0'],
        ['0:行政许可', '1:51'],
      ],
      '正文',
      [['0:行政处罚', '1:0', '2:1']],
    ],
  },
  'rows split by tabs, with an empty first cell': {
    text: '(三)不予公开\t1.属于国家秘密\t0\t0\n\t2.其他\t1\t\n(七)总计\t\t1\t0',
    blocks: [
      [
        ['0:(三)不予公开', '1:1.属于国家秘密', '2:0', '3:0'],
        ['0:', '1:2.其他', '2:1', '3:'],
        ['0:(七)总计', '1:', '2:1', '3:0'],
      ],
    ],
  },
  'rows with blank lines between them': {
    text: '行政处罚 | 3\n\n行政强制 | 0\n',
    blocks: [
      [
        ['0:行政处罚', '1:3'],
        ['0:行政强制', '1:0'],
      ],
    ],
  },
  'a whole table on one line': {
    text: '规章 | 0 | 0 | 0 | 行政许可 | 51',
    blocks: [[['0:规章', '1:0', '2:0', '3:0', '4:行政许可', '5:51']]],
  },
  'tab rows that follow bar rows': { text: 'a|b|c\nd\te\tf', blocks: [[['0:a', '1:b', '2:c']], [['0:d', '1:e', '2:f']]] },
  'one cell a line between lone pipes': { text: '80\n|\n0\n |\n\n0', blocks: ['80', '0', '0'] },
  'one cell a line closed by a pipe': { text: '一、本年新收 |\n80 |\n| 0 |\n|||', blocks: ['一、本年新收', '80', '0'] },
  'prose with a tab indent or a numbering tab': {
    text: '\t一、总体情况\n1.\t主动公开\n(二)\t依申请公开\n\t\t标题',
    blocks: ['一、总体情况', '1.\t主动公开', '(二)\t依申请公开', '标题'],
  },
  'prose with a bar': {
    text: '首页|公开\n本年共发布41条。\n来源|本局。\n另见|年报。',
    blocks: ['首页|公开', '本年共发布41条。', '来源|本局。', '另见|年报。'],
  },
  'indentation of every kind': { text: '  甲\n  乙\n\u00a0丙 ', blocks: ['甲', '乙', '丙'] },
  'a layout aligned by spaces': {
    text: '规章      0      0      0\n行政许可       51',
    blocks: ['规章      0      0      0', '行政许可       51'],
  },
  'a text without a last line break': { text: '甲', blocks: ['甲'] },
  nothing: { text: ' \n\r\n', blocks: [] },
}
