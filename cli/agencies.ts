import { AGENCY_KIND_WORDS } from '../shared/form/agency-kind.ts'
import type { AgencyList } from '../shared/submission/agency-list.ts'
import { readAgencies } from './agency-list.ts'
import { optionsOf, UsageError } from './options.ts'

const text = ({ agencies, faults }: AgencyList): string => {
  const lines = agencies.map(({ id, name, parent, kind }) =>
    [id, name, kind === undefined ? '' : AGENCY_KIND_WORDS[kind], parent === undefined ? '' : `上级:${parent}`].filter(Boolean).join(' '),
  )
  const result = faults.length === 0 ? `共${agencies.length}个单位,没有错误` : `有${faults.length}处错误,不能导入`
  return [...(faults.length === 0 ? lines : faults.map(({ row, words }) => `第${row}行:${words}`)), result, ''].join('\n')
}

/** `nianbao agencies`: whether a list of agencies can be imported; exit status 0 when it can, 1 when it has faults. */
export const agencies = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = optionsOf({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError('请指定一个单位名单')
  const list = await readAgencies(file)
  process.stdout.write(values.json ? `${JSON.stringify({ schema: 1, ...list })}\n` : text(list))
  return list.faults.length === 0 ? 0 : 1
}
