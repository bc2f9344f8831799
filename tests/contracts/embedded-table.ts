import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import dynalite from 'dynalite'
import { openTable } from '../../functions/aws/table.ts'
import { createTable } from '../../local/embedded/create-table.ts'

export const CREDENTIALS = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' }

/** Another DynamoDB that the suites run on, where one is named (`npm run conformance`). */
const ELSEWHERE = process.env.NIANBAO_TEST_DYNAMODB

const openDatabase = async () => {
  if (ELSEWHERE !== undefined) return { url: ELSEWHERE, close: async () => {} }
  const server = dynalite({ createTableMs: 0 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close()
      await once(server, 'close')
    },
  }
}

/** A table of its own in an embedded DynamoDB, until it is closed. */
export const startTable = async () => {
  const database = await openDatabase()
  const settings = { endpoints: { dynamodb: database.url }, credentials: CREDENTIALS, region: 'cn-north-1' }
  const table = openTable(ELSEWHERE === undefined ? 'nianbao' : `nianbao-${randomUUID()}`, settings)
  await createTable(table)
  return {
    table,
    settings,
    async close() {
      table.client.destroy()
      await database.close()
    },
  }
}
