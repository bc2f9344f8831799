import { awsPorts } from '../functions/aws/aws-ports.ts'
import { bringForward } from '../functions/sweep-submissions/bring-forward.ts'
import { ENVIRONMENT } from '../shared/pipeline.ts'

const USAGE = `Give the name of the table, as the stack tells it: ${ENVIRONMENT.table}=<TableName> npm run redrive
The local run tries again by itself what was given up, and at every start.
`

/** `npm run redrive`, once the cause is mended: sweep tries again within a minute what the queues gave up on, and mails that are owed. */
const redrive = async (): Promise<number> => {
  if (!process.env[ENVIRONMENT.table]) {
    process.stderr.write(USAGE)
    return 2
  }
  const brought = await bringForward(awsPorts(process.env), new Date())
  process.stdout.write(`${brought} submissions will be tried again within a minute\n`)
  return 0
}

process.exitCode = await redrive()
