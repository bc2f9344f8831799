import { plantError } from '../generator/plant/plant-error.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import { followReport, type startCounted } from './drive.ts'
import type { Call } from './ledger.ts'

const YEAR = 2024
const agency = (id: string, name: string) => ({ id, name, aliases: [], mail: [`office@${id}.example`] })

type Counted = Awaited<ReturnType<typeof startCounted>>

/** Every call for a report that fails, and for another agency's that passes and is published: each the first of its agency and year. */
export const countTwoReports = async (
  counted: Counted,
): Promise<{
  readonly failing: readonly Call[]
  readonly passing: readonly Call[]
}> => {
  const { ledger, core } = counted
  const [shuili, minzheng] = [agency('shuili', '青禾市水利局'), agency('minzheng', '青禾市民政局')]
  for (const each of [shuili, minzheng]) await core.agencies.save(each)
  const reportOf = ({ name }: { name: string }, seed: number) => sampleReport({ seed, agency: name, year: YEAR, bustle: 'ordinary' })
  const slip = plantError(reportOf(shuili, 1), 'table3-slip', 1)
  const faulty = writeSample(slip.report, { format: 'docx', layout: 'official', variants: slip.variants })
  const sound = writeSample(reportOf(minzheng, 1), { format: 'docx', layout: 'official' })

  const from = ledger.calls.length
  await followReport(counted, shuili, faulty, YEAR, 'failed')
  const between = ledger.calls.length
  await followReport(counted, minzheng, sound, YEAR, 'published')
  return { failing: ledger.calls.slice(from, between), passing: ledger.calls.slice(between) }
}
