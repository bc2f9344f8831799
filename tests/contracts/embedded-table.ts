import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import dynalite from 'dynalite'
import { openTable } from '../../functions/aws/table.ts'
import { createTable } from '../../local/embedded/create-table.ts'

export const CREDENTIALS = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' }

/** The table in an embedded DynamoDB, until it is closed. */
export const startTable = async () => {
  const server = dynalite({ createTableMs: 0 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const settings = { endpoints: { dynamodb: `http://127.0.0.1:${port}` }, credentials: CREDENTIALS, region: 'cn-north-1' }
  const table = openTable('nianbao', settings)
  await createTable(table)
  return {
    table,
    settings,
    async close() {
      table.client.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
