import { describe, expect, it } from 'vitest'
import type { PublishedFile } from '../../shared/publication/published-file.ts'
import { renderReportPages } from '../../shared/publication/render-report-pages.tsx'
import { renderWithdrawn } from '../../shared/publication/render-withdrawn.tsx'
import { assessmentOf } from '../assessment/assessment-of.ts'
import { htmlFaults } from './html-faults.ts'
import { elementsOf, textOf } from './html-text.ts'
import { publicationOf, reportByHand, submissionOf } from './report-by-hand.ts'
import { smallSite } from './small-site.ts'

const publishedAt = '2025-01-20T16:30:00Z'
const reportPages = (agencyId: string, year: number, version: number, earlierVersions: number[] = []) =>
  renderReportPages({
    report: reportByHand(),
    submission: submissionOf({ agencyId, year, version }),
    assessment: assessmentOf([]),
    publishedAt,
    earlierVersions,
  })

const publications = [
  publicationOf(),
  publicationOf({ year: 2023, version: 1 }),
  publicationOf({ agencyId: 'jiaoyu', agencyName: '云川市教育局' }),
]
const site: PublishedFile[] = [
  ...smallSite(publications),
  ...reportPages('minzheng', 2024, 1),
  ...reportPages('minzheng', 2024, 2, [1]),
  ...reportPages('minzheng', 2023, 1),
  ...reportPages('jiaoyu', 2024, 2),
]
const withdrawn = renderWithdrawn({
  submission: submissionOf({ year: 2023, version: 1, history: [{ status: 'withdrawn', at: publishedAt, by: 'r', note: '机关合并' }] }),
})
const pages = [...site, ...withdrawn].filter(({ path }) => path.endsWith('.html'))
const contentOf = (files: readonly PublishedFile[], path: string): string => files.find((file) => file.path === path)?.content ?? ''

/** Where the links of a page lead, wherever the site stands. */
const targets = ({ path, content }: PublishedFile, base: string): string[] =>
  elementsOf(content).flatMap(({ attributes: { href } }) => {
    if (href === undefined || href.startsWith('#')) return []
    const address = new URL(href, new URL(path.slice(1), base)).href
    return address.startsWith(base) ? [`/${address.slice(base.length)}`.replace(/\/$/, '/index.html')] : [address]
  })

describe('links', () => {
  it.each(['http://site.test/', 'http://site.test/deep/down/'])('lead to a file of the site when it stands at %s', (base) => {
    const paths = new Set(site.map(({ path }) => path))
    const links = [...site.filter(({ path }) => path.endsWith('.html')), ...withdrawn].flatMap((page) =>
      targets(page, base).map((target) => ({ page: page.path, target })),
    )
    expect(links.length).toBeGreaterThan(80)
    expect(links.filter(({ target }) => !paths.has(target))).toEqual([])
  })

  it('reach every page from the home page', () => {
    const base = 'http://site.test/'
    const reached = new Set(['/index.html'])
    for (const path of reached)
      for (const target of targets({ path, content: contentOf(site, path), contentType: '' }, base)) reached.add(target)
    expect(site.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual(['/404.html'])
  })
})

it.each(pages.map(({ path, content }) => [path, content]))('%s is well-formed', async (_, content) => {
  expect(await htmlFaults(content)).toEqual([])
})

it('would see a fault', async () => {
  const broken = contentOf(site, '/index.html').replace('</h1>', '').replace('scope="col"', '')
  expect((await htmlFaults(broken)).join()).toContain('close-order')
})

it('loads nothing from elsewhere and runs no script', () => {
  for (const { content } of pages) {
    expect(content).not.toMatch(/<script|src=|@import|url\(|https?:/)
  }
})

it('says which version is current and sends on to it', () => {
  const html = contentOf(site, '/minzheng/2024/index.html')
  expect(textOf(html)).toContain('现行版本是第2版,2025年1月21日发布')
  const links = elementsOf(html).map(({ attributes }) => attributes)
  expect(links).toContainEqual({ rel: 'canonical', href: '../../minzheng/2024/v2/' })
  expect(links).toContainEqual({ 'http-equiv': 'refresh', content: '0; url=../../minzheng/2024/v2/' })
})

it('lists years, agencies, and what each published', () => {
  expect(textOf(contentOf(site, '/index.html'))).toMatch(/2024年2个机关.*2023年1个机关/)
  expect(textOf(contentOf(site, '/years/2024/index.html'))).toContain('云川市教育局')
  expect(textOf(contentOf(site, '/years/2023/index.html'))).not.toContain('云川市教育局')
  expect(textOf(contentOf(site, '/minzheng/index.html'))).toMatch(/2024年.*2023年/)
})

it('has a home page before anything is published', () => {
  const files = smallSite([])
  expect(textOf(contentOf(files, '/index.html'))).toContain('还没有已发布的报告')
})

it('links home from the error page by the full address, where it is known', () => {
  const links = (files: readonly PublishedFile[]) =>
    elementsOf(contentOf(files, '/404.html')).flatMap(({ attributes }) => attributes.href ?? [])
  expect(links(site)).toEqual([])
  expect(links(smallSite(publications, { siteUrl: 'https://nianbao.test/' }))).toEqual(['https://nianbao.test/'])
})

it('leaves a notice and none of the data of a withdrawn version', () => {
  expect(withdrawn.map(({ path }) => path)).toEqual([
    '/minzheng/2023/v1/index.html',
    '/minzheng/2023/index.html',
    '/minzheng/2023/v1/report.json',
    '/minzheng/2023/v1/tables.csv',
  ])
  for (const { content } of withdrawn.slice(0, 2)) {
    expect(textOf(content)).toContain('第1版已于2025年1月21日撤下。')
    expect(textOf(content)).toContain('原因:机关合并')
  }
  expect(JSON.parse(contentOf(withdrawn, '/minzheng/2023/v1/report.json'))).not.toHaveProperty('tables')
})

describe('hostile text', () => {
  const hostile = `</title><script>alert(1)</script><img src=x onerror='a()'>"&amp;`
  const submission = submissionOf({
    agencyName: hostile,
    title: hostile,
    history: [{ status: 'withdrawn', at: publishedAt, by: 'r', note: hostile }],
  })
  const files = [
    ...renderReportPages({
      report: reportByHand('2021', hostile),
      submission,
      assessment: assessmentOf([]),
      publishedAt,
      siteName: hostile,
    }),
    ...smallSite([publicationOf({ agencyName: hostile, title: hostile })], { siteName: hostile }),
    ...renderWithdrawn({ submission, siteName: hostile }),
  ].filter(({ path }) => path.endsWith('.html'))

  it.each(files.map(({ path, content }) => [path, content]))('stays text in %s', (_, content) => {
    const elements = elementsOf(content)
    expect(elements.filter(({ name, attributes }) => name === 'script' || name === 'img' || 'onerror' in attributes)).toEqual([])
    expect(elements.find(({ name }) => name === 'title')?.text).toContain(hostile)
  })
})
