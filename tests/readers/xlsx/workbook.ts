import { zipParts } from '../../generator/zip-parts.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWINGS = 'http://schemas.openxmlformats.org/drawingml/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

type Given = {
  /** Cells of the only row, as XML. */
  readonly cells: string
  readonly styles?: string
  readonly strings?: string
  /** Elements of the workbook behind its sheets. */
  readonly workbook?: string
  readonly rows?: string
  readonly columns?: string
  /** Elements of the sheet behind its cells. */
  readonly behind?: string
  /** What is drawn over the sheet. */
  readonly drawing?: string
  readonly parts?: Readonly<Record<string, string>>
  /** Where the workbook's part lies. */
  readonly name?: string
}

const relationships = (entries: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** A workbook of one sheet, written by hand. */
export const workbookOf = ({
  cells,
  styles,
  strings,
  workbook = '',
  rows = '',
  columns = '',
  behind = '',
  drawing,
  parts = {},
  name = 'xl/workbook.xml',
}: Given): Uint8Array => {
  const [folder, file] = [name.slice(0, name.lastIndexOf('/') + 1), name.slice(name.lastIndexOf('/') + 1)]
  return zipParts({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relationships([['rId1', 'officeDocument', name]]),
    [name]: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>${workbook}</workbook>`,
    [`${folder}_rels/${file}.rels`]: relationships([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    [`${folder}worksheets/sheet1.xml`]: `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${columns}<sheetData><row r="1">${cells}</row>${rows}</sheetData>${behind}${drawing === undefined ? '' : '<drawing r:id="rId1"/>'}</worksheet>`,
    ...(drawing === undefined
      ? {}
      : {
          [`${folder}worksheets/_rels/sheet1.xml.rels`]: relationships([['rId1', 'drawing', '../drawings/drawing1.xml']]),
          [`${folder}drawings/drawing1.xml`]: `<xdr:wsDr xmlns:xdr="${DRAWINGS}/spreadsheetDrawing" xmlns:a="${DRAWINGS}/main">${drawing}</xdr:wsDr>`,
        }),
    ...(styles === undefined ? {} : { [`${folder}styles.xml`]: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...(strings === undefined ? {} : { [`${folder}sharedStrings.xml`]: `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...parts,
  })
}
