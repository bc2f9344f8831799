import { readFile } from 'node:fs/promises'
import { readTools } from '../functions/node/read-tools.ts'
import { readAgencyFile } from '../shared/submission/agency-file.ts'
import { type AgencyList, readAgencyList } from '../shared/submission/agency-list.ts'
import { UsageError } from './options.ts'
import { userPath } from './user-path.ts'

/** A list of agencies from an xlsx, xls or CSV file. */
export const readAgencies = async (file: string): Promise<AgencyList> => {
  const bytes = await readFile(userPath(file)).catch(() => {
    throw new UsageError(`找不到单位名单“${file}”`)
  })
  const read = await readAgencyFile(new Uint8Array(bytes), readTools)
  return 'refused' in read ? { agencies: [], faults: [{ row: 1, words: read.refused }] } : readAgencyList(read.rows)
}
