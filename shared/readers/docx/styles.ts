import { END, OPEN, XmlScanner } from '../xml/scanner.ts'
import { levelIndex, OOXML } from './names.ts'

/** What a style says of automatic numbers. */
export type Style = { basedOn?: string | undefined; numId?: string | undefined; level?: number }

/** The styles by id, read for their numbering alone. */
export const readStyles = (xml: Uint8Array): ReadonlyMap<string, Style> => {
  const styles = new Map<string, Style>()
  const scanner = new XmlScanner(xml, OOXML)
  let style: Style = {}
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token !== OPEN) continue
    switch (scanner.name) {
      case 'w:style':
        style = {}
        styles.set(scanner.attribute('w:styleId') ?? '', style)
        break
      case 'w:pPrChange':
        scanner.skip()
        break
      case 'w:basedOn':
        style.basedOn = scanner.attribute('w:val')
        break
      case 'w:numId':
        style.numId = scanner.attribute('w:val')
        break
      case 'w:ilvl':
        style.level = levelIndex(scanner.attribute('w:val'))
        break
    }
  }
  return styles
}
