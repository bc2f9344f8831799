import { expect, it } from 'vitest'
import { readTools } from '../../functions/node/read-tools.ts'
import { checkReport } from '../../shared/assessment/check-report.ts'
import { type Block, cellText, type Doubt } from '../../shared/document/document.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { recogniseReport } from '../../shared/report/recognise-report.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'

/** The blocks with a doubt on the cell behind the label 行政许可. */
const doubting = (blocks: readonly Block[], doubt: Doubt): Block[] =>
  blocks.map((block) =>
    block.kind !== 'table'
      ? block
      : {
          ...block,
          rows: block.rows.map((row) =>
            row.map((cell, index) =>
              index > 0 && row.slice(index - 1, index).some((label) => cellText(label) === '行政许可') ? { ...cell, doubt } : cell,
            ),
          ),
        },
  )

it.each<Doubt>(['covered', 'stale-formula', 'shown-otherwise', 'unit-unclear'])(
  'a figure that the reader doubts is null, and told: %s',
  async (doubt) => {
    const reading = await readFile(writeSample(sampleReport({ seed: 7, year: 2024 }), { format: 'html', layout: 'official' }), readTools)
    if ('unreadable' in reading) throw new Error(reading.unreadable)
    const { document, remarks } = reading
    const report = recogniseReport({ document: { ...document, blocks: doubting(document.blocks, doubt) }, remarks })
    expect(report.tables[2].figures[0]?.map(({ value }) => value === null)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
      false,
      false,
      false,
    ])
    expect(report.tables[2].figures[0]?.[6]).toMatchObject({ doubt, text: expect.stringMatching(/^\d+$/) })
    expect(checkReport(report, {}).filter(({ severity }) => severity === 'error')).toMatchObject([{ rule: 'cell-is-count' }])
  },
)
