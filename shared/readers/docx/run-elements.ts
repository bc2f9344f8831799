import type { Handler, Handlers } from '../body-flow/walk.ts'
import type { Setting } from '../seen-text/line-text.ts'
import { symbolOf } from '../seen-text/symbol-fonts.ts'
import { TEXT } from '../xml/scanner.ts'
import type { Body } from './body.ts'
import { namesSymbols, TAKE_TEXT_PROPERTY } from './text-properties.ts'

const text = (body: Body): void => {
  const { xml } = body
  let read = ''
  while (xml.next() === TEXT) read += xml.text()
  // A line break inside the element is the file's, not the writer's.
  body.addText(
    read.includes('\n')
      ? read
          .trim()
          .split(/\s*\n\s*/)
          .join(' ')
      : read,
  )
}

/** Says text in place of an element of a run. */
const says = (words: string): Handler<Body> => ({ open: (body) => body.addText(words) })

const lineBreak = (body: Body): void => {
  if (body.xml.attribute('w:type') === 'page') body.newPage('person')
  body.addText('\n')
}

const symbol = (body: Body): void => {
  const code = Number.parseInt(body.xml.attribute('w:char') ?? '', 16)
  if (code > 0 && code <= 0x10ffff) body.addSymbol(symbolOf(body.xml.attribute('w:font') ?? '', code))
}

/** Takes in a property of the run under way. */
export const takeProperty = (body: Body): void => {
  if (!body.inRunProperties) return
  const { run, xml } = body
  if (xml.name === 'w:rFonts' && !namesSymbols(xml)) return
  run.isPlain = false
  TAKE_TEXT_PROPERTY[xml.name]?.(run.properties, xml)
}

const PROPERTIES: Handlers<Body> = Object.fromEntries(Object.keys(TAKE_TEXT_PROPERTY).map((name) => [name, { open: takeProperty }]))

const RUN: Handler<Body> = { open: (body) => body.openRun(), close: (body) => body.closeRun() }

/** A part of an equation that stands above or below its line, in which all others stand so too. */
const script = (setting: Setting): Handler<Body> => ({
  open: ({ scripts }) => void scripts.push(scripts.at(-1) ?? setting),
  close: ({ scripts }) => void scripts.pop(),
})

const struckEquation = (body: Body): void => {
  if (body.xml.ancestor(1) === 'm:borderBoxPr') body.doubt('covered')
}

/** What stands in runs, how they are set, and the equations between them. */
export const RUNS: Handlers<Body> = {
  ...PROPERTIES,
  'w:r': RUN,
  'm:r': RUN,
  'w:rPr': {
    open: (body) => {
      const of = body.xml.ancestor(1)
      body.inRunProperties = of === 'w:r' || of === 'm:r'
    },
    close: (body) => {
      body.inRunProperties = false
    },
  },
  'w:rStyle': {
    open: (body) => {
      if (!body.inRunProperties) return
      body.run.style = body.xml.value()
      body.run.isPlain = false
    },
  },
  'w:t': { open: text },
  'w:sym': { open: symbol },
  'w:tab': says('\t'),
  'w:ptab': says('\t'),
  'w:cr': says('\n'),
  'w:br': { open: lineBreak },
  'w:noBreakHyphen': says('-'),
  // A mark that the writer chose himself follows in the run.
  'w:footnoteReference': { open: (body) => ownMark(body) },
  'w:endnoteReference': { open: (body) => ownMark(body) },

  'm:t': { open: text },
  'm:den': says('/'),
  'm:sup': script('raised'),
  'm:deg': script('raised'),
  'm:sub': script('lowered'),
  'm:lim': script('lowered'),
  'm:phant': {
    open: (body) => {
      body.doubt('shown-otherwise')
    },
  },
  'm:strikeH': { open: struckEquation },
  'm:strikeV': { open: struckEquation },
  'm:strikeBLTR': { open: struckEquation },
  'm:strikeTLBR': { open: struckEquation },
}

const ownMark = (body: Body): void => {
  if (body.xml.attribute('w:customMarkFollows') === undefined) return
  body.run.isPlain = false
  body.run.look = undefined
  body.run.properties.vertical = 'raised'
}
