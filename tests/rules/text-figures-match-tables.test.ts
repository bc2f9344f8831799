import type { CellRef, Edition } from '../../shared/form/edition.ts'
import type { SectionNumber } from '../../shared/form/sections.ts'
import { textFiguresMatchTables } from '../../shared/rules/text-figures-match-tables.ts'
import { cellPlace, section, sectionPlace, soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

/** The sound report: 10 received, 2 carried in, 9 answered in public, 3 carried out; 2 reconsiderations, no lawsuits. */
const saying = (text: string, number: SectionNumber = 1, agency = '示例市示例局') =>
  soundReport({ agency, sections: [section(number, [text])] })
const place = (number: SectionNumber = 1) => ({ ...sectionPlace(number), part: `${sectionPlace(number).part} 第1段` })
const total = (row: number): CellRef => ({ table: 3, row, column: 6 })
const four = (column: number): CellRef => ({ table: 4, row: 0, column })

const rejected = (name: string, printed: string, expected: number, actual: number, cells: CellRef[], number: SectionNumber = 1) => ({
  findings: [
    { places: [place(number), ...cells.map(cellPlace)], facts: { name, printed, expected, actual }, severity: 'warning' as const },
  ],
  says: [`正文写“${printed}”(${actual}件),表格中${name}是${expected}件`],
})
const overWhole = (whole: string, part: string, expected: number, actual: number) => ({
  findings: [{ places: [place()], facts: { name: `“${whole}”`, whole, printed: part, expected, actual }, severity: 'warning' as const }],
  says: [`正文写“${part}”,比它所属的“${whole}”还多`],
})
const denied = (printed: string) => {
  const { findings, says } = rejected('本年新收政府信息公开申请', printed, 10, 0, [total(0)])
  return { findings: findings.map((finding) => ({ ...finding, severity: 'error' as const })), says }
}

/** Three requests handled otherwise by the text, four by the single row (六). */
const handlingOtherwise = (form: Edition) => {
  const report = soundReport({
    cells: [...[20, 21].map((row) => ({ ...total(row), text: null })), { ...total(22), text: '4' }],
    sections: [section(1, ['对政府信息公开申请,其他处理3件。'])],
  })
  return { ...report, tables: { ...report.tables, 3: { ...report.tables[3], form } } }
}

testRule(textFiguresMatchTables, {
  agreed: ['error', 2019],
  accepts: {
    'figures that agree': soundReport(),
    'Chinese numerals that agree': saying('全年新收政府信息公开申请十件,上年结转两件。'),
    ...Object.fromEntries(
      ['结转上年度政府信息公开申请2件', '结转上年申请2件', '上年末结转2件', '连同去年结转的2件'].map((words) => [
        `what was carried in, as ${words}`,
        saying(`新收政府信息公开申请10件,${words}。`),
      ]),
    ),
    'the applicants named beside': saying('新收政府信息公开申请10件(自然人10件)。'),
    'several applicants': saying('新收政府信息公开申请10件,其中自然人10件、商业企业0件、其他0件。'),
    'applicants with those of the year before': saying('新收政府信息公开申请10件,自然人12件。'),
    'applicants of a part': saying('新收政府信息公开申请10件,其中网上申请4件、自然人4件。'),
    'parts that are each within the whole': saying('组织培训3次,其中线上3次、线下2次。'),
    'parts in brackets': saying('组织培训3次(线上2次、线下1次)。'),
    'what follows the parts': saying('组织培训3次(线上2次),检查5次;座谈3次,其中线上2次,走访8次。'),
    'applicants in the next sentence': saying('新收政府信息公开申请10件。其中,自然人10件、商业企业0件。'),
    'applicants of another kind of count': saying('新收政府信息公开申请10件,予以公开9件,其中自然人7件。'),
    'applicants of what another sentence counts': saying('新收政府信息公开申请10件。结转下年度3件。其中自然人3件。'),
    'a part that is all of the whole': saying('组织培训3次,其中线上3次。'),
    'a part of other things': saying('组织培训3次,其中发放材料50份。'),
    'a growth that is more than the whole': saying('举办活动3次,其中增加5次。'),
    'what was received with what was carried in': saying('全年共收到政府信息公开申请12件。'),
    'what was answered of this year’s requests': saying('收到政府信息公开申请10件,答复7件。'),
    'a part of the year': saying('上半年收到政府信息公开申请4件。'),
    'one way of asking': saying('通过信函收到政府信息公开申请4件。'),
    'one matter': saying('收到涉及征地的政府信息公开申请4件。'),
    'another year': saying('2023年收到政府信息公开申请4件。'),
    'the whole city, in a department’s report': saying('全市共收到政府信息公开申请300件。'),
    'a round figure': saying('收到政府信息公开申请20余件。'),
    'part of what was received': saying('收到政府信息公开申请10件,其中受理8件。'),
    'other business': saying('依申请公开和建议提案办理并重,办结提案8件。'),
    'reconsiderations that the agency itself decided': saying('作为复议机关审理涉及信息公开的行政复议案件8件。'),
    'none charged': saying('未收到要求收取信息处理费的政府信息公开申请。'),
    'none appealed': saying('没有因政府信息公开申请被纠正的行政复议决定。'),
    'none lost': saying('没有出现因政府信息公开被行政复议和行政诉讼纠错的情况。'),
    'none in half a year': saying('上半年未收到政府信息公开申请。'),
    'no telling word': saying('共12件。', 3),
    'papers of a reconsideration': saying('收到行政复议决定书1件。', 4),
    'lawsuits that were lost': saying('行政诉讼败诉1件。', 4),
    'requests that were not carried out': saying('依申请公开工作中,另有4件已答复不结转下年度办理。'),
    'requests carried out and taken back': saying('依申请公开工作中,4件结转下年度后撤回1件。'),
    'requests that were taken back': saying('本年度政府信息公开申请撤回4件。'),
    'a count of nothing named, outside sections 三 and 四': saying('全年收到8件。'),
    'no disputes of any kind, outside section 四': saying('全年没有行政复议。'),
    'a part of what was received, in a sentence of its own': saying('其中收到政府信息公开申请4件。'),
    'the whole county, where no government is named': soundReport({
      agency: null,
      sections: [section(1, ['全县未收到政府信息公开申请。'])],
    }),
    'what was handled of all that was carried in': saying('政府信息公开申请办结10件。'),
    'disputes over lawsuits that are named together': saying('涉及政府信息公开的行政复议和行政诉讼案件9件。'),
    'lawsuits that another court reviews': saying('审理涉及政府信息公开的行政诉讼9件。'),
    'lawsuits after a reconsideration': soundReport({
      cells: [10, 14].map((column) => ({ table: 4, row: 0, column, text: '1' }) as const),
      sections: [section(4, ['行政诉讼1件。'])],
    }),
    'lawsuits without one': soundReport({
      cells: [
        ...[5, 9].map((column) => ({ table: 4, row: 0, column, text: '2' }) as const),
        ...[10, 14].map((column) => ({ table: 4, row: 0, column, text: '1' }) as const),
      ],
      sections: [section(4, ['行政诉讼2件。', '行政诉讼案件3件。'])],
    }),
    'what was handled, named as 依申请公开': saying('全年依申请公开9件。'),
    'a table that is not read': {
      ...withTable(3, { state: 'picture', figures: [] }),
      sections: [section(1, ['未收到政府信息公开申请。'])],
    },
    'a count beside a table that is not read': {
      ...withTable(3, { state: 'picture', figures: [] }),
      sections: [section(1, ['收到政府信息公开申请5件。'])],
    },
    'what was received, in a section that is not asked': saying('收到政府信息公开申请4件。', 6),
    'a row that the file lacks': handlingOtherwise('2021'),
    'a blank cell, which is for another rule': soundReport({
      cells: [{ ...total(0), text: '' }],
      sections: [section(1, ['未收到政府信息公开申请。'])],
    }),
  },
  rejects: {
    'what was carried in, the words the other way round': {
      report: saying('新收政府信息公开申请10件,结转上年度政府信息公开申请3件。'),
      ...rejected('上年结转的申请', '结转上年度政府信息公开申请3件', 2, 3, [total(1)]),
    },
    'natural persons named beside': {
      report: saying('新收政府信息公开申请10件(自然人7件)。'),
      ...rejected('本年新收中“自然人”提出的', '自然人7件', 10, 7, [{ table: 3, row: 0, column: 0 }]),
    },
    'others among several applicants': {
      report: saying('新收政府信息公开申请10件,涉及自然人10件、其他2件。'),
      ...rejected('本年新收中“其他”提出的', '其他2件', 0, 2, [{ table: 3, row: 0, column: 5 }]),
    },
    ...Object.fromEntries(
      [
        '新收政府信息公开申请10件。其中,自然人7件。',
        '新收政府信息公开申请10件。按申请人类型分,自然人7件。',
        '新收政府信息公开申请10件。从申请主体看,自然人7件。',
        '新收政府信息公开申请10件,均按时办理。申请人中自然人7件。',
        '新收政府信息公开申请10件,办结9件,其中自然人7件。',
      ].map((words) => [
        `applicants named further on: ${words}`,
        {
          report: saying(words),
          findings: [
            {
              places: [place(), cellPlace({ table: 3, row: 0, column: 0 })],
              facts: { name: '本年新收中“自然人”提出的', printed: /(?<=[。,])[^。,]*7件/.exec(words)?.[0] ?? '', expected: 10, actual: 7 },
              severity: 'warning' as const,
            },
          ],
          says: [`正文写“${/(?<=[。,])[^。,]*7件/.exec(words)?.[0]}”(7件),表格中本年新收中“自然人”提出的是10件`],
        },
      ]),
    ),
    'several parts of one whole, of which the second is more': {
      report: saying('组织培训3次,其中线上2次、线下5次。'),
      ...overWhole('组织培训3次', '线下5次', 3, 5),
    },
    'the same in brackets': {
      report: saying('组织培训3次(线上2次、线下5次)。'),
      ...overWhole('组织培训3次', '线下5次', 3, 5),
    },
    'an applicant with more than all, which is said once': {
      report: saying('新收政府信息公开申请10件,其中自然人72件、商业企业0件。'),
      ...overWhole('新收政府信息公开申请10件', '其中自然人72件', 10, 72),
    },
    'a part that is more than its whole': {
      report: saying('组织培训3次,其中线上5次。'),
      findings: [
        {
          places: [place()],
          facts: { name: '“组织培训3次”', whole: '组织培训3次', printed: '其中线上5次', expected: 3, actual: 5 },
          severity: 'warning' as const,
        },
      ],
      says: ['正文写“其中线上5次”,比它所属的“组织培训3次”还多'],
    },
    'none received, where the table has ten': { report: saying('本年度我局未收到政府信息公开申请。'), ...denied('未收到政府信息公开申请') },
    'none received from anybody': {
      report: saying('没有收到公民、法人或其他组织提出的政府信息公开申请。'),
      ...denied('没有收到公民、法人或其他组织提出的政府信息公开申请'),
    },
    'zero received': { report: saying('全年共收到依申请公开申请0件。'), ...denied('全年共收到依申请公开申请0件') },
    'none received in the whole county, where it is not clear who is meant': {
      report: saying('全县未收到政府信息公开申请。', 1, '示例县人民政府'),
      ...rejected('本年新收政府信息公开申请', '未收到政府信息公开申请', 10, 0, [total(0)]),
    },
    'another count received': {
      report: saying('全年新收政府信息公开申请11件。'),
      ...rejected('本年新收政府信息公开申请', '全年新收政府信息公开申请11件', 10, 11, [total(0)]),
    },
    'a Chinese numeral': {
      report: saying('全年新收政府信息公开申请二十一件。'),
      ...rejected('本年新收政府信息公开申请', '全年新收政府信息公开申请二十一件', 10, 21, [total(0)]),
    },
    'what was received, named behind the figure': {
      report: saying('本年度我局共收到11件依申请公开。'),
      ...rejected('本年新收政府信息公开申请', '本年度我局共收到11件', 10, 11, [total(0)]),
    },
    'another count carried in': {
      report: saying('上年结转申请3件。', 3),
      ...rejected('上年结转的申请', '上年结转申请3件', 2, 3, [total(1)], 3),
    },
    'another count carried out, named behind the figure': {
      report: saying('依申请公开工作中,另有4件结转下年度继续办理。'),
      ...rejected('结转下年度继续办理的申请', '另有4件结转下年度继续办理', 3, 4, [total(24)]),
    },
    'another count handled': {
      report: saying('政府信息公开申请均按时办理,共办结8件。'),
      ...rejected('办结的申请(表三“(七)总计”)', '共办结8件', 9, 8, [total(23)]),
    },
    'another count of one way of handling': {
      report: saying('对政府信息公开申请,予以公开8件。'),
      ...rejected('“予以公开”', '予以公开8件', 9, 8, [total(2)]),
    },
    'another count of disputes': {
      report: saying('因政府信息公开引发行政复议1件。', 4),
      ...rejected('政府信息公开行政复议', '因政府信息公开引发行政复议1件', 2, 1, [four(4)], 4),
    },
    'disputes that are about disclosure': {
      report: saying('涉及政府信息公开的行政复议案件1件。'),
      ...rejected('政府信息公开行政复议', '涉及政府信息公开的行政复议案件1件', 2, 1, [four(4)]),
    },
    'none received, where half a year is spoken of far before': {
      report: saying(`上半年组织培训${',内容丰富多样'.repeat(40)},未收到政府信息公开申请。`),
      ...denied('未收到政府信息公开申请'),
    },
    'what was newly received, as a part': {
      report: saying('其中新收政府信息公开申请4件。'),
      ...rejected('本年新收政府信息公开申请', '其中新收政府信息公开申请4件', 10, 4, [total(0)]),
    },
    'what was carried in, as a part': {
      report: saying('依申请公开工作中,其中上年结转申请3件。'),
      ...rejected('上年结转的申请', '其中上年结转申请3件', 2, 3, [total(1)]),
    },
    'what was received from everybody': {
      report: saying('收到公民、法人或者其他组织提出的政府信息公开申请4件。'),
      ...rejected('本年新收政府信息公开申请', '收到公民、法人或者其他组织提出的政府信息公开申请4件', 10, 4, [total(0)]),
    },
    'another count of what was received, without a verb': {
      report: saying('本年度信息公开申请4件。'),
      ...rejected('本年新收政府信息公开申请', '本年度信息公开申请4件', 10, 4, [total(0)]),
    },
    'the same of the agency by its name': {
      report: saying('我局政府信息公开申请4件。'),
      ...rejected('本年新收政府信息公开申请', '我局政府信息公开申请4件', 10, 4, [total(0)]),
    },
    'the same at the head of a sentence': {
      report: saying('依申请公开4件。'),
      ...rejected('本年新收政府信息公开申请', '依申请公开4件', 10, 4, [total(0)]),
    },
    'several rows of one way of handling': {
      report: soundReport({
        cells: [4, 11].map((row) => ({ table: 3, row, column: 6, text: '2' }) as const),
        sections: [section(1, ['对政府信息公开申请,不予公开3件。'])],
      }),
      ...rejected('“不予公开”', '不予公开3件', 4, 3, [4, 5, 6, 7, 8, 9, 10, 11].map(total)),
    },
    'the single row (六) of the trial form': {
      report: handlingOtherwise('2019'),
      ...rejected('“其他处理”', '其他处理3件', 4, 3, [total(22)]),
    },
    'another count of lawsuits': {
      report: saying('因政府信息公开被提起行政诉讼案件1件。', 4),
      ...rejected('政府信息公开行政诉讼', '因政府信息公开被提起行政诉讼案件1件', 0, 1, [9, 14].map(four), 4),
    },
    'lawsuits by that word alone': {
      report: saying('行政诉讼1件。', 4),
      ...rejected('政府信息公开行政诉讼', '行政诉讼1件', 0, 1, [9, 14].map(four), 4),
    },
    'disputes by their kind of case': {
      report: saying('行政复议申请案件1件。', 4),
      ...rejected('政府信息公开行政复议', '行政复议申请案件1件', 2, 1, [four(4)], 4),
    },
    'no disputes, in other words': {
      report: saying('年度无行政复议、行政诉讼的情况发生。', 4),
      ...rejected('政府信息公开行政复议、行政诉讼', '无行政复议、行政诉讼的情况发生', 2, 0, [4, 9, 14].map(four), 4),
    },
    'no disputes, where the table has two': {
      report: saying('未发生因政府信息公开引发的行政复议、行政诉讼。'),
      ...rejected('政府信息公开行政复议、行政诉讼', '未发生因政府信息公开引发的行政复议、行政诉讼', 2, 0, [4, 9, 14].map(four)),
    },
  },
})
