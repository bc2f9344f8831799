import { BLACK, type Font, PLAIN_FONT, WHITE } from '../seen-text/seen-text.ts'
import { type Look, PLAIN_LOOK } from '../sheets/look.ts'
import { CLOSE, END, OPEN, XmlScanner } from '../xml/scanner.ts'
import { colorOf, readFont } from './fonts.ts'
import { isOn, SPREADSHEET } from './vocabulary.ts'

const numberOf = (xml: XmlScanner, name: string): number => Number(xml.attribute(name) ?? 0)

/** What a conditional format sets otherwise. */
export type Condition = {
  readonly struck: boolean
  readonly color: string | undefined
  readonly background: string | undefined
  /** It shows another number, or none. */
  readonly changesNumber: boolean
}

/** Reads the element `dxf` just opened, to its end. */
export const readCondition = (xml: XmlScanner): Condition => {
  let [struck, color, background, changesNumber]: [boolean, string | undefined, string | undefined, boolean] = [
    false,
    undefined,
    undefined,
    false,
  ]
  const depth = xml.depth
  for (let token = xml.next(); token !== END && !(token === CLOSE && xml.depth < depth); token = xml.next()) {
    if (token !== OPEN) continue
    const within = `${xml.ancestor(1)} ${xml.name}`
    if (within === 's:font s:strike') struck = isOn(xml.attribute('val'), true)
    else if (within === 's:font s:color') color = colorOf(xml, BLACK)
    // Of a solid fill a conditional format states the colour as that behind the pattern.
    else if (within === 's:patternFill s:bgColor') background = colorOf(xml, WHITE)
    else if (xml.name === 's:numFmt') changesNumber = !PLAIN_FORMAT.test(xml.attribute('formatCode') ?? '')
  }
  return { struck, color, background, changesNumber }
}
const PLAIN_FORMAT = /^(?:General|@)$/i

/** Collects the styles part as it is walked. */
class Styles {
  readonly looks: Look[] = []
  readonly conditions: Condition[] = []
  private readonly formats = new Map<number, string>()
  private readonly fonts: Font[] = []
  private readonly backgrounds: string[] = []
  private isSolid = false

  /** Takes in the element just opened. */
  take(xml: XmlScanner): void {
    const within = `${xml.ancestor(1)} ${xml.name}`
    if (within === 's:numFmts s:numFmt') this.formats.set(numberOf(xml, 'numFmtId'), xml.attribute('formatCode') ?? 'General')
    else if (within === 's:fonts s:font') this.fonts.push(readFont(xml))
    else if (within === 's:fills s:fill') this.backgrounds.push(WHITE)
    else if (within === 's:cellXfs s:xf') this.addLook(xml)
    else if (within === 's:dxfs s:dxf') this.conditions.push(readCondition(xml))
    else if (xml.ancestor(2) === 's:fills' || xml.ancestor(3) === 's:fills') this.fill(xml)
  }

  private fill(xml: XmlScanner): void {
    if (xml.name === 's:patternFill') this.isSolid = xml.attribute('patternType') === 'solid'
    else if (xml.name === 's:fgColor' && this.isSolid) this.backgrounds.splice(-1, 1, colorOf(xml, WHITE))
    else if (xml.name === 's:gradientFill') this.backgrounds.splice(-1, 1, 'gradient')
  }

  private addLook(xml: XmlScanner): void {
    const format = numberOf(xml, 'numFmtId')
    this.looks.push({
      font: this.fonts[numberOf(xml, 'fontId')] ?? PLAIN_FONT,
      background: this.backgrounds[numberOf(xml, 'fillId')] ?? WHITE,
      format: this.formats.get(format) ?? format,
    })
  }
}

/** The looks of a workbook's cells (`cellXfs`) and what its conditional formats change (`dxfs`), in the order in which they are named. */
export const readLooks = (part: Uint8Array | undefined): { readonly looks: readonly Look[]; readonly conditions: readonly Condition[] } => {
  const styles = new Styles()
  if (part !== undefined) {
    const xml = new XmlScanner(part, SPREADSHEET)
    for (let token = xml.next(); token !== END; token = xml.next()) if (token === OPEN) styles.take(xml)
  }
  const { looks, conditions } = styles
  return { looks: looks.length === 0 ? [PLAIN_LOOK] : looks, conditions }
}
