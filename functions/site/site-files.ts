import pMap from 'p-map'
import type { Files } from '../../shared/ports/files.ts'
import type { PublishedFile } from '../../shared/publication/published-file.ts'

/** So many requests of one function go out side by side. */
export const SIDE_BY_SIDE = { concurrency: 16 } as const

/** The key in the bucket of a path of the site. */
const siteKey = (path: string): string => path.slice(1)

/** Pages last: the data files and the style sheet that they link to are there by then. */
export const writeFiles = async (site: Files, files: readonly PublishedFile[]): Promise<void> => {
  const isPage = ({ path }: PublishedFile): boolean => path.endsWith('.html')
  const write = ({ path, content, contentType }: PublishedFile) => site.write(siteKey(path), content, contentType)
  await pMap(
    files.filter((file) => !isPage(file)),
    write,
    SIDE_BY_SIDE,
  )
  await pMap(files.filter(isPage), write, SIDE_BY_SIDE)
}

export const hashOf = async ({ content, contentType }: PublishedFile): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${contentType}\n${content}`))
  return Buffer.from(digest).toString('base64url').slice(0, 16)
}

type Hashes = Readonly<Record<string, string>>

/** Writes the files that are others than those written last, by their hashes; resolves with the hashes of all of them. */
export const writeChanged = async (site: Files, files: readonly PublishedFile[], written: Hashes): Promise<Hashes> => {
  const hashed = await Promise.all(files.map(async (file) => ({ file, hash: await hashOf(file) })))
  await writeFiles(
    site,
    hashed.flatMap(({ file, hash }) => (written[file.path] === hash ? [] : [file])),
  )
  return Object.fromEntries(hashed.map(({ file, hash }) => [file.path, hash]))
}
