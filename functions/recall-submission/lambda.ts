import { awsPorts } from '../aws/aws-ports.ts'
import { createHandler } from './handler.ts'

export const handler = createHandler(awsPorts(process.env))
