import { beforeEach, expect, it } from 'vitest'
import { createHandler } from '../../functions/fetch-file/handler.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask } from './invoke.ts'
import { CLERK, OTHER_CLERK, place, REVIEWER, startTown } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})

const fetchFile = (claims: Record<string, string>, id: string) => ask(createHandler(ports), ROUTES.fetchFile, { claims, id })

it('signs the version that was checked, under the name that it came by, for the agency and for reviewers', async () => {
  const file = { objectVersion: 'v7', sha256: 'ab'.repeat(32), bytes: 9 }
  const { key } = await place(ports, 's1', 'passed', { file, fileName: '年报(定稿).docx' })
  for (const claims of [CLERK, REVIEWER]) {
    const { json } = await fetchFile(claims, 's1')
    expect(json.url).toContain(`${key}?versionId=v7`)
    expect(json.seconds).toBeLessThanOrEqual(600)
  }
  expect(ports.downloadSigner.signed[0]).toEqual({ key, version: 'v7', fileName: '年报(定稿).docx', expiresInSeconds: 300 })
})

it('signs nothing of another agency, just as of a submission that is none, nor where nothing came', async () => {
  await place(ports, 's1', 'passed')
  await place(ports, 's2', 'requested')
  const [other, none] = [await fetchFile(OTHER_CLERK, 's1'), await fetchFile(OTHER_CLERK, 'nobody')]
  expect([other.status, other.problem]).toEqual([404, none.problem])
  expect((await fetchFile(CLERK, 's2')).problem.detail).toBe('还没有收到这份报告的文件。')
  expect(ports.downloadSigner.signed).toEqual([])
})
