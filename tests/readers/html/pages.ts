import type { Remark } from '../../../shared/document/reading.ts'
import type { Outline } from '../outline.ts'

/** Pages as programs and people write them, and what is read of them. */
export const pages: Record<string, { html: string; blocks: Outline }> = {
  'paragraphs, headings, lists and broken lines': {
    html: '<h1>年报</h1>前言<div>甲<br>乙<p>丙<p>丁</div><ul><li>戊<li>己</ul>',
    blocks: ['年报', '前言', '甲', '乙', '丙', '丁', '戊', '己'],
  },
  'text split over inline elements, with entities': {
    html: '<p><span>二七区</span><b>2024</b><font>年</font> &lt;通知&gt;&nbsp;&#20851;&ldquo;x&rdquo;</p>',
    blocks: ['二七区2024年 <通知>\u00a0关“x”'],
  },
  'white space as browsers show it, and lines broken between Han': {
    html: '<p>\n  一、总体\n  情况 \t 见 \n2024\n年</p><p>&nbsp;<o:p></o:p></p><p>\u3000\u3000缩进</p>',
    blocks: ['一、总体情况 见 2024 年', '缩进'],
  },
  'preformatted lines': { html: '<pre>规章    0\n行政许可   51\r\n\n</pre>完', blocks: ['规章    0', '行政许可   51', '完'] },
  'scripts, styles, forms and the title left out': {
    html:
      '<head><title>不是正文</title><style>p{}</style><script>if (a<b) document.write("<p>x</p>")</script></head>' +
      '<noscript>无</noscript><select><option>2023<option>2024</select><button>打印</button><textarea><p>x</textarea><p>正文',
    blocks: ['正文'],
  },
  'comments, those of Word too': {
    html: '<!--[if gte mso 9]><xml><w:x>1</w:x></xml><p>x</p><![endif]--><![if !supportEmptyParas]>甲<![endif]><!-- <p>乙</p> -->丙',
    blocks: ['甲丙'],
  },
  'tables with spans': {
    html:
      '<table><thead><tr><th rowspan=2>项<th colspan="2">申请人<th rowspan=9>总计</tr><tr><td>自然人<td>其他</thead>' +
      '<tbody><tr><td>一<td>1<td>2<td>3</table>',
    blocks: [
      [
        ['0v2:项', '1+2:申请人', '3v2:总计'],
        ['1:自然人', '2:其他'],
        ['0:一', '1:1', '2:2', '3:3'],
      ],
    ],
  },
  'rows that spans from two rows reach': {
    html: '<table><tr><td rowspan=3>甲<td rowspan=2>乙<td>1<tr><td>2<tr><td>3<td>4</table>',
    blocks: [[['0v3:甲', '1v2:乙', '2:1'], ['2:2'], ['1:3', '2:4']]],
  },
  'head and foot wherever they stand': {
    html: '<table><tfoot><tr><td>脚</tfoot><tbody><tr><td>身</tbody><thead><tr><td>头</thead></table>',
    blocks: [[['0:头'], ['0:身'], ['0:脚']]],
  },
  'cells of several lines, and empty ones': {
    html: '<table><tr><td>商业<br>企业</td><td><p>&nbsp;</p></td><td/><td><p>0<o:p></o:p></p></td></tr></table>',
    blocks: [[['0:商业\n企业', '1:', '2:', '3:0']]],
  },
  'paragraphs that are not closed in cells that are not closed': {
    html: '<table><tr><td><p>a<td><p><b>b<tr><td><p>c<td>d</table>后',
    blocks: [
      [
        ['0:a', '1:b'],
        ['0:c', '1:d'],
      ],
      '后',
    ],
  },
  'text and captions between the cells, which browsers show before the table': {
    html: '<table><caption>表题</caption><tr>散<td>a</td>文</tr></table>',
    blocks: ['表题', '散', '文', [['0:a']]],
  },
  'a table that begins where the last one was not closed': {
    html: '<table><tr><td>a</td></tr><table><tr><td>b</td></tr></table>',
    blocks: [[['0:a']], [['0:b']]],
  },
  'cells without a table': { html: '甲<td>乙</td></tr>丙</table>', blocks: ['甲', '乙', '丙'] },
  'pictures, without icons': {
    html:
      '<p>前<img src="a.png">后</p><img src=b.gif width=10><img src="data:image/gif;base64,R0lGOD"><img hidden src=c.png>' +
      '<img width="100%" src=d.png>',
    blocks: ['前后', '[picture]', '[picture]'],
  },
}

/** Pages of which not all is read. */
export const changed: Record<string, { html: string; blocks: Outline; remarks: Remark[] }> = {
  'hidden elements': {
    html: '<div style="Display : NONE"><div>a</div>b</div><p hidden>c<p>d<span style="mso-hide:all">e</span>f',
    blocks: ['df'],
    remarks: ['hidden-text-left-out'],
  },
  'hidden cells and rows, closed or not': {
    html:
      '<table><tr><td style="display:none">x<td>1<td hidden><table><tr><td>y</td></tr></table></td><td>2' +
      '<tr hidden><td>z</td></tr><tr><td>3<td><div hidden>u<td>4</table>后',
    blocks: [
      [
        ['0:1', '1:2'],
        ['0:3', '1:', '2:4'],
      ],
      '后',
    ],
    remarks: ['hidden-text-left-out'],
  },
  'a hidden table': {
    html: '<table hidden><tr><td>x</td></tr></table>a',
    blocks: ['a'],
    remarks: ['hidden-text-left-out'],
  },
  'hidden elements without text': { html: '<div hidden><img src=a.png>&nbsp;</div>a', blocks: ['a'], remarks: [] },
  'a body that a script shows': { html: '<body style="display:none">a</body>', blocks: ['a'], remarks: [] },
  'changes that Word tracked': {
    html: '<p>共<del cite="mailto:x"><span>3</span></del><ins>4</ins>件</p>',
    blocks: ['共4件'],
    remarks: ['tracked-changes-accepted'],
  },
  'an empty place for an advertisement': { html: '<ins class=ad></ins><p>a', blocks: ['a'], remarks: [] },
}
