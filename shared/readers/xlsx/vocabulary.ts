import type { Vocabulary } from '../xml/namespaces.ts'

/** Namespaces of a workbook's parts, in the transitional and the strict spelling. */
export const SPREADSHEET: Vocabulary = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 's',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
}

/** Of the part of a sheet, with what later programs add to its end under names that mean the same. */
export const SHEET: Vocabulary = {
  ...SPREADSHEET,
  'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main': 's',
  'http://schemas.microsoft.com/office/excel/2006/main': 'xm',
}

/** Of the drawings over a sheet. */
export const DRAWING: Vocabulary = {
  'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing': 'xdr',
  'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing': 'xdr',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
}

/** A truth value as XML Schema writes it; an element without its `val` says yes. */
export const isOn = (value: string | undefined, absent = false): boolean =>
  value === undefined ? absent : value === '1' || value === 'true'
