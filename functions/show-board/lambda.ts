import { portsOf } from '../aws/ports-of.ts'
import { tablePorts } from '../aws/table-ports.ts'
import { createHandler } from './handler.ts'

export const handler = createHandler(portsOf(process.env, [tablePorts]))
