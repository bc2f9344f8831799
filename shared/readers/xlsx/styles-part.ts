import { type Font, PLAIN_FONT, WHITE } from '../seen-text/seen-text.ts'
import { type Look, PLAIN_LOOK } from '../sheets/look.ts'
import { END, OPEN, XmlScanner } from '../xml/scanner.ts'
import { colorOf, readFont } from './fonts.ts'
import { SPREADSHEET } from './vocabulary.ts'

const numberOf = (xml: XmlScanner, name: string): number => Number(xml.attribute(name) ?? 0)

/** Collects the styles part as it is walked. */
class Styles {
  readonly looks: Look[] = []
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

/** The looks of a workbook's cells, in the order in which cells name them (`cellXfs`). */
export const readLooks = (part: Uint8Array | undefined): readonly Look[] => {
  const styles = new Styles()
  if (part !== undefined) {
    const xml = new XmlScanner(part, SPREADSHEET)
    for (let token = xml.next(); token !== END; token = xml.next()) if (token === OPEN) styles.take(xml)
  }
  return styles.looks.length === 0 ? [PLAIN_LOOK] : styles.looks
}
