import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createHandler } from '../../functions/index-site/handler.ts'
import { rebuildSite } from '../../functions/rebuild-site/rebuild.ts'
import { listOfYear, PART_ROWS } from '../../shared/publication/list-parts.ts'
import type { Publication } from '../../shared/submission/submission.ts'
import { type FakePorts, fakePorts } from '../fakes/fake-ports.ts'
import { memoryFiles } from '../fakes/memory-files.ts'
import { elementsOf, textOf } from '../publication/html-text.ts'
import { deliver, tick } from './invoke.ts'
import { failOnce } from './town.ts'

let ports: FakePorts
beforeEach(() => {
  ports = fakePorts()
})

const index = () => deliver(createHandler(ports), { submission: 'any' })
const page = async (key: string, of = ports) => new TextDecoder().decode(await of.site.read(key))
const id = (number: number): string => `unit${String(number).padStart(4, '0')}`

const publication = (agencyId: string, year = 2024, version = 1): Publication => ({
  agencyId,
  agencyName: `${agencyId}局`,
  year,
  version,
  submissionId: `${agencyId}-${year}-${version}`,
  title: `${agencyId}局${year}年政府信息公开工作年度报告`,
  page: `/${agencyId}/${year}/v${version}/`,
  publishedAt: '2025-01-15T08:00:00.000Z',
})
const put = async (one: Publication) => {
  const over = (await ports.publications.load(one.agencyId, one.year))?.submissionId
  await ports.publications.put(one, { at: ports.clock.now().toISOString(), over })
}
const withdraw = (agencyId: string, year = 2024) =>
  ports.publications.withdraw(publication(agencyId, year), ports.clock.now().toISOString())
const numbers = (count: number, first = 0): number[] => Array.from({ length: count }, (_, at) => first + at)
const putMany = async (count: number, first = 0) => {
  for (const number of numbers(count, first)) await put(publication(id(number)))
}
const owed = async () => (await ports.publications.marked('9', 10_000)).length
const writes = async (work: () => Promise<unknown>): Promise<string[]> => {
  const write = vi.spyOn(ports.site, 'write')
  await work()
  const keys = write.mock.calls.map(([key]) => key)
  write.mockRestore()
  return keys.toSorted()
}

/** Every key of the site with what stands there. */
const everything = async (of = ports): Promise<Record<string, string>> =>
  Object.fromEntries(await Promise.all((await of.site.list('')).map(async (key) => [key, await page(key, of)] as const)))

/** The same store, rebuilt into an empty bucket. */
const rebuilt = async (): Promise<Record<string, string>> => {
  const elsewhere = { ...ports, site: memoryFiles() }
  await rebuildSite(elsewhere)
  return everything(elsewhere)
}

/** Pages of the site that a link leads to and that are not there; the pages of versions are publish-report's. */
const deadLinks = async (): Promise<string[]> => {
  const files = await everything()
  const base = 'http://site.test/'
  const links = Object.entries(files)
    .filter(([key]) => key.endsWith('.html'))
    .flatMap(([key, content]) =>
      elementsOf(content).flatMap(({ attributes: { href } }) =>
        href === undefined || href.startsWith('#') || href.startsWith('http') ? [] : new URL(href, new URL(key, base)).href,
      ),
    )
  const keys = links.map((link) => link.slice(base.length).replace(/(^|\/)$/, '$1index.html'))
  return [...new Set(keys)].filter((key) => !(key in files) && !/^unit\d+\/\d{4}\//.test(key))
}

describe('index-site', () => {
  it('brings home, year, agency and index up to what was published and withdrawn, and takes the marks away', async () => {
    await putMany(3)
    await put(publication(id(1), 2023))
    expect(await index()).toEqual([])
    expect(textOf(await page('index.html'))).toMatch(/2024年3个机关.*2023年1个机关.*unit0001局.*2份/)
    expect(textOf(await page('years/2023/index.html'))).toContain('unit0001局')
    expect(textOf(await page(`${id(1)}/index.html`))).toMatch(/2024年.*2023年/)
    expect(JSON.parse(await page('publications.json')).publications).toHaveLength(4)
    expect([await owed(), await deadLinks()]).toEqual([0, []])

    await withdraw(id(1), 2023)
    await index()
    expect(textOf(await page('index.html'))).not.toContain('2023年')
    expect(textOf(await page('years/2023/index.html'))).toContain('现在没有公开的报告')
    expect(textOf(await page(`${id(1)}/index.html`))).not.toContain('2023年')
    expect([await owed(), await deadLinks()]).toEqual([0, []])
  })

  it('gives an empty site its home page, at a turn of the schedule', async () => {
    await tick(createHandler(ports))
    expect(textOf(await page('index.html'))).toContain('还没有已发布的报告')
    expect(await ports.site.list('')).toEqual(expect.arrayContaining(['404.html', 'assets/site.css']))
    expect(await writes(() => tick(createHandler(ports)))).toEqual([])
  })

  it('writes nothing that has not changed', async () => {
    await putMany(3)
    await index()
    await put(publication(id(1)))
    expect(await owed()).toBe(1)
    expect(await writes(index)).toEqual([])
    expect(await owed()).toBe(0)
  })

  it('takes a burst of 500 together: a few rebuilds, and each part once', async () => {
    await putMany(500)
    const [begin, write] = [vi.spyOn(ports.siteStore, 'begin'), vi.spyOn(ports.site, 'write')]
    for (let message = 0; message < 500; message += 1) await index()
    expect(begin).toHaveBeenCalledTimes(1)
    const beside = write.mock.calls.filter(([key]) => !/^unit\d+\/index.html$/.test(key))
    expect(beside.length).toBeLessThan(60)
    expect([await owed(), await deadLinks()]).toEqual([0, []])
    const { parts } = JSON.parse(await page('years/2024/publications.json')) as { parts: { count: number; json: string }[] }
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(500)
    const listed = await Promise.all(parts.map(async ({ json }) => JSON.parse(await page(json)).publications))
    expect(listed.flat().map(({ agencyId }) => agencyId)).toEqual(numbers(500).map(id))
    expect(Math.max(...parts.map(({ count }) => count))).toBeLessThanOrEqual(PART_ROWS)
  })

  it('writes the same number of files for a publication, whatever is held', async () => {
    const ofOne = async (number: number) => {
      await put(publication(id(number)))
      return (await writes(index)).length
    }
    await putMany(300)
    await index()
    const among300 = await ofOne(5000)
    await putMany(900, 300)
    await index()
    expect(await ofOne(5001)).toBe(among300)
    expect(among300).toBeLessThan(14)
  })

  it('keeps the address of every part while lists grow: they are split, and never merged', async () => {
    await putMany(150)
    await index()
    const before = (await ports.site.list('years/2024/')).concat(await ports.site.list('agencies/'))
    await putMany(300, 150)
    for (const number of numbers(120)) await withdraw(id(number))
    await index()
    const after = (await ports.site.list('years/2024/')).concat(await ports.site.list('agencies/'))
    expect(after).toEqual(expect.arrayContaining(before))
    expect(after.length).toBeGreaterThan(before.length)
    expect(await deadLinks()).toEqual([])
  })

  it('never shows a link before its page is there', async () => {
    await putMany(90)
    await index()
    await putMany(60, 90)
    const { write } = ports.site
    const dead: string[] = []
    ports.site.write = async (...file) => {
      await write(...file)
      dead.push(...(await deadLinks()))
    }
    await index()
    expect(dead).toEqual([])
  })

  it('keeps a mark that comes while the lists are written, and writes them once more', async () => {
    await putMany(2)
    const { saveAgency } = ports.siteStore
    ports.siteStore.saveAgency = async (agency) => {
      ports.siteStore.saveAgency = saveAgency
      await saveAgency(agency)
      ports.passMinutes(1)
      await put(publication(id(7)))
      await withdraw(id(0))
    }
    await index()
    const listed = JSON.parse(await page('publications.json')).publications.map(({ agencyId }: Publication) => agencyId)
    expect([listed, await owed()]).toEqual([[id(1), id(7)], 0])
  })

  it('leaves it to one that is at it, which sees what was marked meanwhile', async () => {
    await putMany(1)
    const { end } = ports.siteStore
    ports.siteStore.end = async (...args) => {
      ports.siteStore.end = end
      await put(publication(id(8)))
      expect(await writes(index)).toEqual([])
      await end(...args)
    }
    await index()
    expect(await page('publications.json')).toContain(id(8))
    expect(await owed()).toBe(0)
  })

  it('begins in place of one that was never heard of again', async () => {
    await putMany(1)
    await ports.siteStore.begin('lost', ports.clock.now().toISOString(), new Date(ports.clock.now().getTime() + 360_000).toISOString())
    await index()
    expect(await owed()).toBe(1)
    ports.passMinutes(7)
    await tick(createHandler(ports))
    expect([await owed(), await page('publications.json')]).toEqual([0, expect.stringContaining(id(0))])
  })

  it.each([
    ['site', 'write'],
    ['siteStore', 'savePart'],
    ['siteStore', 'saveAgency'],
    ['siteStore', 'parts'],
    ['publications', 'settle'],
  ] as const)('mends a crash, also where what was written is taken back before the next run: %s.%s', async (port, method) => {
    await putMany(120)
    await index()
    await putMany(60, 200)
    await withdraw(id(3))
    failOnce<Record<string, unknown>, string>(ports[port], method)
    await expect(index()).rejects.toThrow('connection lost')
    for (const number of numbers(60, 200)) await withdraw(id(number))
    await index()
    const files = await everything()
    const lists = Object.keys(files).filter((key) => !/^unit\d+\//.test(key))
    for (const key of lists) expect(files[key], key).not.toContain(id(3))
    for (const key of lists) expect(files[key], key).not.toContain(id(230))
    expect([await owed(), await deadLinks()]).toEqual([0, []])
  })

  it('reads of a year with many no more than the part that changed', async () => {
    await putMany(450)
    await index()
    await put(publication(id(9999)))
    const ofYear = vi.spyOn(ports.publications, 'ofYear')
    await index()
    const rows = await Promise.all(ofYear.mock.results.map(({ value }) => value as Promise<Publication[]>))
    expect(rows.flat().length).toBeLessThanOrEqual(PART_ROWS + 1)
  })
})

describe('a full rebuild', () => {
  it('makes the same lists that were written one by one, with their parts', async () => {
    for (const number of numbers(230).toSorted((a, b) => ((a * 73) % 230) - ((b * 73) % 230))) {
      await put(publication(id(number)))
      if (number % 10 === 0) await index()
      if (number % 7 === 0) await put(publication(id(number), 2023))
    }
    await index()
    for (const number of numbers(20, 40)) await withdraw(id(number))
    await index()
    expect(await ports.siteStore.parts(listOfYear(2024))).not.toHaveLength(1)
    const lists = (files: Record<string, string>) =>
      Object.fromEntries(Object.entries(files).filter(([key]) => !/^unit\d+\/\d{4}\//.test(key)))
    expect(lists(await rebuilt())).toEqual(lists(await everything()))
  })
})
