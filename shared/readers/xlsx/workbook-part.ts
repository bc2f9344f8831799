import { END, OPEN, XmlScanner } from '../xml/scanner.ts'
import { isOn, SPREADSHEET } from './vocabulary.ts'

export type Workbook = {
  /** In the order of the tabs; `id` is that of the workbook's relationship. */
  readonly sheets: readonly { readonly name: string; readonly id: string; readonly hidden: boolean }[]
  readonly date1904: boolean
  /** It asks to be calculated when it is opened, so that what is stored in it may be no result. */
  readonly isStale: boolean
}

export const readWorkbook = (part: Uint8Array): Workbook => {
  const xml = new XmlScanner(part, SPREADSHEET)
  const sheets: { name: string; id: string; hidden: boolean }[] = []
  let [date1904, isStale] = [false, false]
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 's:sheet' && xml.ancestor(1) === 's:sheets')
      sheets.push({
        name: xml.attribute('name') ?? '',
        id: xml.attribute('r:id') ?? '',
        hidden: /hidden$/i.test(xml.attribute('state') ?? ''),
      })
    else if (xml.name === 's:workbookPr') date1904 = isOn(xml.attribute('date1904'))
    else if (xml.name === 's:calcPr') isStale = isOn(xml.attribute('fullCalcOnLoad')) || isOn(xml.attribute('forceFullCalc'))
  }
  return { sheets, date1904, isStale }
}
