import { supersededFormCited } from '../../shared/rules/superseded-form-cited.ts'
import { section, sectionPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const place = { ...sectionPlace(1), part: '第一部分“总体情况” 第1段' }
const citing = (notice: string) => soundReport({ sections: [section(1, [`按照${notice}的要求编制。`])] })
const rejected = (notice: string, printed = notice) => ({
  report: citing(notice),
  findings: [{ places: [place], facts: { printed } }],
  says: [`引用了已停用的“${printed}”`],
})

testRule(supersededFormCited, {
  agreed: ['warning', 2021],
  accepts: {
    'the notice in force': citing('国办公开办函〔2021〕30号'),
    'another document of that year': citing('国办发〔2019〕60号'),
    'no notice at all': soundReport(),
  },
  rejects: {
    'the notice of the trial form': rejected('国办公开办函〔2019〕60号'),
    'no opening bracket': rejected('国办公开办函2019〕60号'),
    'no closing bracket': rejected('国办公开办函〔2019第60号'),
    'square brackets': rejected('国办公开办函[2019]60号'),
    'wide brackets and spaces': rejected('国办公开办函(2019) 60 号', '国办公开办函(2019)60号'),
    'heavy brackets': rejected('国办公开办函【2019】60号'),
    'the preface': {
      report: soundReport({ preface: [{ text: '依据国办公开办函〔2019〕60号编制。', place }] }),
      findings: [{ places: [place], facts: { printed: '国办公开办函〔2019〕60号' } }],
      says: ['引用了已停用的“国办公开办函〔2019〕60号”'],
      mends: ['改为引用国办公开办函〔2021〕30号,并核对表格是否为现行格式'],
    },
  },
})
