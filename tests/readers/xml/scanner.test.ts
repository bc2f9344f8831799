import { describe, expect, it } from 'vitest'
import { CLOSE, END, OPEN, TEXT, XmlScanner } from '../../../shared/readers/xml/scanner.ts'
import { xmlBytes } from '../../../shared/readers/xml/xml-bytes.ts'
import { withCpuTime } from '../../cpu-time.ts'

const VOCABULARY = { 'urn:one': 'one', 'urn:one:strict': 'one', 'urn:two': 'two' }
const scan = (xml: string): XmlScanner => new XmlScanner(xmlBytes(new TextEncoder().encode(xml)), VOCABULARY)

const walk = (xml: string): string[] => {
  const scanner = scan(xml)
  const steps: string[] = []
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token === OPEN) steps.push(`<${scanner.name}`)
    if (token === CLOSE) steps.push(`${scanner.name}>`)
    if (token === TEXT) steps.push(`"${scanner.text()}"`)
  }
  return steps
}

/** The scanner, moved to the first element of this name. */
const at = (name: string, xml: string): XmlScanner => {
  const scanner = scan(xml)
  while (!(scanner.next() === OPEN && scanner.name === name));
  return scanner
}

describe('the XML scanner', () => {
  it('tells elements and text, an empty element as opened and closed', () => {
    expect(walk('<?xml version="1.0"?><a xmlns="urn:one">甲<b/> <c>1 &lt; 2</c></a>')).toEqual([
      '<one:a',
      '"甲"',
      '<one:b',
      'one:b>',
      '" "',
      '<one:c',
      '"1 < 2"',
      'one:c>',
      'one:a>',
    ])
  })

  it('tells names by their namespace, within its scope', () => {
    expect(
      walk(
        '<x:a xmlns:x="urn:one:strict"><x:b xmlns:x="urn:two"><x:c/></x:b><x:d xmlns:x="urn:none"/><y:e/><x:f xmlns=\'urn:two\'><g/></x:f></x:a>',
      ),
    ).toEqual(['<one:a', '<two:b', '<two:c', 'two:c>', 'two:b>', '<', '>', '<', '>', '<one:f', '<two:g', 'two:g>', 'one:f>', 'one:a>'])
  })

  it('keeps names apart that fall on one slot', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `e${index}`)
    const steps = walk(`<a xmlns="urn:one">${names.map((name) => `<${name}></${name}>`).join('')}</a>`)
    expect(steps.slice(1, -1)).toEqual(names.flatMap((name) => [`<one:${name}`, `one:${name}>`]))
  })

  it('finds attributes by namespace, by bare name, in either quotes', () => {
    const xml = `<a xmlns="urn:one" xmlns:p="urn:two" p:x = "1&amp;2" y='"q"=3' q:x="4" z=""><b y="5"/></a>`
    const found = (name: string) => at('one:a', xml).attribute(name)
    expect(['two:x', 'y', 'z', 'one:y', 'x', 'q'].map(found)).toEqual(['1&2', '"q"=3', '', undefined, undefined, undefined])
    expect(at('one:b', xml).attribute('y')).toBe('5')
    expect(at('one:b', '<a xmlns="urn:one"><b/></a>').attribute('y')).toBeUndefined()
    expect(at('one:a', '<a xmlns="urn:one" xml:space="preserve"/>').attribute('xml:space')).toBe('preserve')
  })

  it('takes nothing inside a value for a declaration', () => {
    expect(walk(`<a xmlns="urn:one" y=" xmlns='urn:two'"><b/></a>`)).toEqual(['<one:a', '<one:b', 'one:b>', 'one:a>'])
  })

  it('knows the ancestors, and how deep it stands', () => {
    const scanner = at('one:c', '<a xmlns="urn:one"><b><x:y xmlns:x="urn:none"><c/></x:y></b></a>')
    expect([1, 2, 3, 4].map((levels) => scanner.ancestor(levels))).toEqual(['', 'one:b', 'one:a', ''])
    expect(scanner.depth).toBe(4)
  })

  it('skips an element with all it holds', () => {
    const scanner = at('one:b', '<a xmlns="urn:one"><b><b/>甲<c/></b><d/></a>')
    scanner.skip()
    expect([scanner.next(), scanner.name]).toEqual([OPEN, 'one:d'])
    scanner.skip()
    expect([scanner.next(), scanner.name, scanner.next()]).toEqual([CLOSE, 'one:a', END])
  })

  it('passes over a DOCTYPE that only names its kind', () => {
    expect(walk('<?xml version="1.0"?><!DOCTYPE m:a PUBLIC "-//x//DTD a 1.0//EN" "a.dtd"><m:a/>')).toEqual(walk('<m:a/>'))
    expect(walk("<!DOCTYPE a SYSTEM 'a.dtd' ><a/>")).toEqual(walk('<a/>'))
  })

  it.each([
    '<!DOCTYPE a PUBLIC "x" "y" [<!ENTITY b "c">]><a/>',
    '<!DOCTYPE a SYSTEM "x',
    '<a><!DOCTYPE a SYSTEM "x"></a>',
    '<a>',
    '<a></b>',
    '</a>',
    '<a',
    '<a b="',
    '<>',
    '< a/>',
    '<!DOCTYPE a><a/>',
    '<a><!-- </a>',
    '<a><![CDATA[ </a>',
    '<a>&x;</a>',
    '<a>&#xD8000000;</a>',
  ])('says damaged of %s', (xml) => {
    expect(() => walk(xml)).toThrow('damaged')
  })

  it.each([
    '<a/>'.repeat(300_000),
    '<a b=""/>'.repeat(200_000),
    '&amp;'.repeat(200_000),
    '<a x=">">'.repeat(900) + '</a>'.repeat(900),
    ' x'.repeat(500_000),
  ])('takes time only in proportion to the text (%#)', async (content) => {
    const { milliseconds } = await withCpuTime(() => walk(`<r>${content}</r>`))
    expect(milliseconds).toBeLessThan(3000)
  })
})
