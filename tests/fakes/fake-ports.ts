import { readTools } from '../../functions/node/read-tools.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { memoryClaims } from './memory-claims.ts'
import { memoryFiles } from './memory-files.ts'
import { memoryExplanations, memoryWaivers } from './memory-judgements.ts'
import { memoryDeadlines } from './memory-office.ts'
import { memoryPublications, memorySite } from './memory-site.ts'
import { memoryAgencies, memoryLikeness } from './memory-stores.ts'
import { memorySubmissions } from './memory-submissions.ts'
import { recordingDownloads, recordingLog, recordingMailer, recordingQueue, recordingSigner } from './recorders.ts'

/** Every port in memory, with a clock that stands until it is put forward. */
export const fakePorts = (start = '2025-01-15T08:00:00.000Z') => {
  let now = new Date(start)
  return {
    ...memorySubmissions(),
    claims: memoryClaims(),
    agencies: memoryAgencies(),
    publications: memoryPublications(),
    siteStore: memorySite(),
    likeness: memoryLikeness(),
    explanations: memoryExplanations(),
    waivers: memoryWaivers(),
    deadlines: memoryDeadlines(),
    uploads: memoryFiles(),
    uploadSigner: recordingSigner(),
    downloadSigner: recordingDownloads(),
    site: memoryFiles(),
    queue: recordingQueue(),
    mailer: recordingMailer(),
    log: recordingLog(),
    readTools,
    clock: { now: () => now },
    siteUrl: 'https://site.example',
    portalUrl: 'https://portal.example',
    passMinutes(minutes: number) {
      now = new Date(now.getTime() + minutes * 60_000)
    },
  } satisfies Ports & { passMinutes(minutes: number): void }
}
export type FakePorts = ReturnType<typeof fakePorts>
