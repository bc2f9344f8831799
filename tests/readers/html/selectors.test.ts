import { toUtf8 } from '../encoding/chinese-bytes.ts'
import { type Reads, testReader } from '../test-reader.ts'

const page = (style: string, inside: string, read: string, remark: boolean): Reads => ({
  file: toUtf8(`<!DOCTYPE html><head><style>${style}</style></head><body><table><tr><td>甲</td><td>${inside}</td></tr></table></body>`),
  blocks: [[['0:甲', read]]],
  ...(remark && { remarks: ['hidden-text-left-out'] }),
})

/** What is marked 2 is hidden, so that 18 is left. */
const hides = (style: string, inside: string): Reads => page(style, inside, '1:18', true)
const shows = (style: string, inside = '<i>18</i>'): Reads => page(style, inside, '1:18', false)
/** Whether 2 is hidden is not told before the page is at its end, or not at all. */
const doubts = (style: string, inside: string, read = '182'): Reads => page(style, inside, `1?shown-otherwise:${read}`, false)

testReader('html', {
  reads: {
    'what no class keeps': hides('.c i:not(.k){display:none}', '<b class=c><i>2</i><i class=k>18</i></b>'),
    'what neither of two keeps': hides('i:not(.k, .z):not(#x){display:none}', '<i>2</i><i class=k>18</i>'),
    'the one right behind another': hides('b + i{display:none}', '<b>18</b><i>2</i>'),
    'any that follows another': hides('b~i{display:none}', '<b>18</b><u></u><i>2</i>'),
    'the first of its name': hides('i:first-of-type{display:none}', '<b></b><i>2</i><b>18</b>'),
    'the second of its name': hides('i:nth-of-type(2){display:none}', '<i>18</i><u></u><i>2</i>'),
    'one of a list': hides(':is(i, .x){display:none}', '18<i>2</i>'),
    'within one of a list': hides('td :where(i,.x) > b{display:none}', '18<i><b>2</b></i>'),
    'a class whose name has a colon': hides('.a\\:b{display:none}', '18<i class="a:b">2</i>'),
    'a place and a class together': hides('i:not(.a):first-child{display:none}', '<i>2</i>18'),
    'a rule within a rule': hides('td{ color: black; i{display:none} }', '18<i>2</i>'),
    'a rule within a rule that names it': hides('td{ & > i, .x &{display:none} }', '18<i>2</i>'),
    'a rule behind a string with brackets': hides('u::after{content:"}{"} i{display:none}', '18<i>2</i>'),
    'a rule whose bracket is never closed': hides('i{display:none', '18<i>2</i>'),
    links: hides('a:link{display:none}', '18<a href="x">2</a>'),
    'within the root': hides(':root i{display:none}', '18<i>2</i>'),
    'all that the mouse does not stand over': hides('i:not(:hover){display:none}', '18<i>2</i>'),

    'the last of all, which only the end tells': doubts('td i:last-child{display:none}', '<i>18</i><i>2</i>'),
    'the last but one': doubts('i:nth-last-child(1){display:none}', '<i>18</i><i>2</i>'),
    'the only one': doubts('i:only-child{display:none}', '18<u><i>2</i></u>'),
    'one that holds another': doubts('b:has(u){display:none}', '18<b><u>2</u></b>'),
    'one behind an empty one': doubts('u:empty + i{display:none}', '18<u></u><i>2</i>'),
    'by its language': doubts('i:lang(zh){display:none}', '18<i lang=zh>2</i>'),
    'a first letter': doubts('b::first-letter{font-size:0}', '<b>218</b>', '218'),
    'the last of all, which is shown': {
      ...doubts('i{display:none} i:last-child{display:inline}', '18<i>2</i>', '18'),
      remarks: ['hidden-text-left-out'],
    },
    'a last one that is only coloured': shows('td i:last-child{color:red}'),

    'what another rule says with more weight': hides('#a i{display:none} i{display:inline}', '18<span id=a><i>2</i></span>'),
    'what is important, whatever the element says': hides('i{display:none !important}', '18<i style="display:inline">2</i>'),
    'a layer, which is weaker than any other rule': shows('i{display:inline} @layer a{#q{display:none}}', '<i id=q>18</i>'),
    'a short form that takes back': shows('i{font-size:0} i{font:16px serif}'),
    'a list with what is no selector': shows('i, b!x{display:none}'),
    'paper alone': shows('@media print{i{display:none}}'),
    'all but paper': hides('@media not print{i{display:none}}', '18<i>2</i>'),
    'a screen that is wide': hides('@media screen and (orientation:landscape) and (min-width:600px){i{display:none}}', '18<i>2</i>'),
    'a dark screen': shows('@media (prefers-color-scheme: dark){i{display:none}}'),
    'a screen of which more is asked': doubts('@media (width >= 600px){i{display:none}}', '18<i>2</i>'),
    'a browser that cannot do something': doubts('@supports not (display:grid){i{display:none}}', '18<i>2</i>'),
    'a word that stands for another': hides(':root{--a:var(--b);--b:none} i{display:var(--a)}', '18<i>2</i>'),
    'a word that stands for nothing': hides('i{display:var(--q, none)}', '18<i>2</i>'),

    'digits put before the text': page('b::before{content:"1"}', '<b>8</b>', '1:18', false),
    'a note mark put behind the text': page('b::after{content:"1";vertical-align:super}', '<b>18</b>', '1:18¹', false),
    'a value of the element put behind it': page('b::after{content:attr(data-v)}', '<b data-v=8>1</b>', '1:18', false),
    'digits put in where nobody sees them': shows('b::after{content:"2";display:none}', '<b>18</b>'),
    'digits put in by a rule that another takes back': shows('b::after{content:"2"} td b::after{content:none}', '<b>18</b>'),
    'a number that is counted': doubts('b{counter-increment:x 8} b::after{content:counter(x)}', '<b>1</b>', '1'),
  },
})
