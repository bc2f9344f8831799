import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import waitFor from 'p-wait-for'
import { freePort } from '../free-ports.ts'

/** AWS's own DynamoDB for one machine, in memory, at an address; until it is stopped. */
export const startDynamoDbLocal = async (folder: string) => {
  const port = await freePort()
  const args = [`-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`, '-jar', join(folder, 'DynamoDBLocal.jar')]
  const child = spawn('java', [...args, '-inMemory', '-sharedDb', '-port', `${port}`], { cwd: folder, stdio: 'ignore' })
  process.once('exit', () => child.kill('SIGKILL')) // also where the run breaks off
  const url = `http://127.0.0.1:${port}`
  const client = new DynamoDBClient({
    endpoint: url,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const answers = () =>
    client.send(new ListTablesCommand({})).then(
      () => true,
      () => false,
    )
  await waitFor(answers, { interval: 200, timeout: 120_000 })
  client.destroy()
  return {
    url,
    async stop(): Promise<void> {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
