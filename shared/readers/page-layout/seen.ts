import { UnreadableError } from '../reader.ts'
import { type Area, type Drawing, type DrawnGlyph, inkBox } from './drawing.ts'
import { type Colour, difference, type Ink, lightness, painted, WHITE } from './ink.ts'
import type { Box } from './page-content.ts'
import { areaOf, boxAround, type Coverage, coverageOfAll } from './regions.ts'

/** Colours nearer than the first of these are one to the eye; up to the second a person sees something, perhaps. */
const [ALIKE, NEARLY_ALIKE] = [16, 40]
/** Letters lighter than this on a ground that is not known may be white on white. */
const LIGHT = 0.4
/** A picture through which one may see, and that takes more of the page than this, is decoration. */
const LARGE = 0.3
/** A page has some thousand letters and some hundred areas; each letter is held against the areas at its height only. */
const MOST_COMPARISONS = 1_000_000
const BAND = 24
/** An area higher than so many bands is held against every letter. */
const MOST_BANDS = 40

const UNKNOWN: Ink = { colour: undefined, opacity: 1, blend: 'other', layer: 'page' }
const OPAQUE: Ink = { colour: undefined, opacity: 1, blend: 'normal', layer: 'page' }

type Cover = Area & { readonly opaque: boolean }

const coverOf = (area: Area): Cover => ({
  ...area,
  opaque: area.ink.opacity >= 1 && area.ink.blend === 'normal' && area.ink.colour !== undefined,
})

/** Everything that may lie over or under letters, in the order of painting. */
const coversOf = ({ areas, pictures }: Drawing, page: Box): Cover[] => {
  const ofPictures = pictures.flatMap(({ corners, opaque, order }): Cover[] => {
    const box = boxAround(corners)
    if (opaque === false || (opaque === undefined && areaOf(box) > areaOf(page) * LARGE)) return []
    return [{ regions: [{ ...box, evenOdd: false }], ink: opaque ? OPAQUE : UNKNOWN, opaque: opaque === true, order }]
  })
  return [...areas.map(coverOf), ...ofPictures].sort((a, b) => a.order - b.order)
}

/** Covers by the height at which they lie. */
const byHeight = (covers: readonly Cover[]): ((y: number) => readonly Cover[]) => {
  const bands = new Map<number, Cover[]>()
  const everywhere: Cover[] = []
  for (const cover of covers) {
    const top = Math.max(...cover.regions.map((region) => region.top))
    const bottom = Math.min(...cover.regions.map((region) => region.bottom))
    if (!(bottom > top)) continue
    const [first, last] = [Math.floor(top / BAND) - 1, Math.floor(bottom / BAND) + 1]
    if (last - first > MOST_BANDS) everywhere.push(cover)
    else
      for (let band = first; band <= last; band++) {
        const there = bands.get(band)
        if (there === undefined) bands.set(band, [cover])
        else there.push(cover)
      }
  }
  const merged = new Map<number, readonly Cover[]>()
  return (y) => {
    const band = Math.floor(y / BAND)
    const known = merged.get(band)
    if (known !== undefined) return known
    const there = bands.get(band)
    const all =
      there === undefined ? everywhere : everywhere.length === 0 ? there : [...everywhere, ...there].sort((a, b) => a.order - b.order)
    merged.set(band, all)
    return all
  }
}

type Sight = { readonly shade: Colour; readonly ground: Colour; readonly doubtful: boolean; readonly hidden: boolean }

const isUnseen = (shade: Colour, ground: Colour): boolean =>
  shade !== undefined && ground !== undefined && difference(shade, ground) <= ALIKE

const isFaint = (shade: Colour, ground: Colour): boolean => {
  if (shade === undefined) return true
  return ground === undefined ? lightness(shade) > LIGHT : difference(shade, ground) <= NEARLY_ALIKE
}

/** What is seen of a letter under and over these covers. */
const sightOf = (glyph: DrawnGlyph, covers: readonly Cover[]): Sight => {
  const letter = inkBox(glyph)
  let ground: Colour = WHITE
  let shade: Colour
  let laid = false
  let doubtful = glyph.doubtful
  const layGlyph = () => {
    shade = painted(glyph.ink, ground)
    laid = true
  }
  for (const { regions, ink, opaque, order } of covers) {
    const over = order > glyph.order
    if (over && !laid) layGlyph()
    const coverage: Coverage = coverageOfAll(regions, letter)
    if (coverage === 'none') continue
    if (coverage === 'part') {
      // The letter may stand out from the one part of its ground and not from the other.
      doubtful ||= over ? ink.opacity > NEARLY_ALIKE / 255 : isFaint(painted(glyph.ink, ground), painted(ink, ground))
      continue
    }
    // Letters may be the clip through which the cover is seen.
    if (over && opaque) return { shade, ground, doubtful, hidden: !glyph.doubtful }
    ground = painted(ink, ground)
    if (over) shade = painted(ink, shade)
  }
  if (!laid) layGlyph()
  const hidden = isUnseen(shade, ground)
  return { shade, ground, doubtful: doubtful || isFaint(shade, ground), hidden }
}

/** The letters of a page that a person sees: neither under what was painted later nor in the colour of their ground. */
export const seenOf = (drawing: Drawing, page: Box): { readonly glyphs: DrawnGlyph[]; readonly hidden: boolean } => {
  const coversAt = byHeight(coversOf(drawing, page))
  const plain = new Map<Ink, Sight>()
  let hidden = drawing.hidden
  let comparisons = 0
  const glyphs: DrawnGlyph[] = []
  for (const glyph of drawing.glyphs) {
    const covers = coversAt(glyph.middle[1])
    comparisons += covers.length
    if (comparisons > MOST_COMPARISONS) throw new UnreadableError('too-complex', `${MOST_COMPARISONS}次叠盖`)
    let sight = covers.length === 0 && !glyph.doubtful ? plain.get(glyph.ink) : undefined
    if (sight === undefined) {
      sight = sightOf(glyph, covers)
      if (covers.length === 0 && !glyph.doubtful) plain.set(glyph.ink, sight)
    }
    if (sight.hidden) hidden ||= glyph.text.trim() !== ''
    else {
      glyph.shade = sight.shade
      glyph.ground = sight.ground
      glyph.doubtful = sight.doubtful
      glyphs.push(glyph)
    }
  }
  return { glyphs, hidden }
}
