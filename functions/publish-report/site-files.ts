import type { Files } from '../../shared/ports/files.ts'
import type { PublicationStore } from '../../shared/ports/store.ts'
import type { PublishedFile } from '../../shared/publication/published-file.ts'
import { renderSitePages } from '../../shared/publication/render-site-pages.tsx'

/** The key in the bucket of a path of the site. */
export const siteKey = (path: string): string => path.slice(1)

export const writeFiles = async (site: Files, files: readonly PublishedFile[]): Promise<void> => {
  for (const { path, content, contentType } of files) await site.write(siteKey(path), content, contentType)
}

/**
 * Writes the pages that list publications until the list has not changed meanwhile: of two that publish at the same time,
 * the one that writes last has seen both. Resolves with the paths written.
 */
export const writeSitePages = async (publications: PublicationStore, site: Files, siteUrl: string): Promise<ReadonlySet<string>> => {
  let listed = await publications.list()
  for (;;) {
    const files = renderSitePages({ publications: listed, siteUrl })
    await writeFiles(site, files)
    const now = await publications.list()
    if (JSON.stringify(now) === JSON.stringify(listed)) return new Set(files.map(({ path }) => path))
    listed = now
  }
}
