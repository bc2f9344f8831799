import type { Vocabulary } from '../xml/namespaces.ts'

/** Namespaces of a Word document in Office Open XML, in its transitional and its strict spelling. */
export const OOXML: Vocabulary = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'urn:schemas-microsoft-com:vml': 'v',
}

/** Whether a property such as `w:vanish` is on: it is when it stands there, unless its value says otherwise. */
export const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false' && value !== 'off'

/** A count written in an attribute; undefined where it is none or is beyond `most`, which no sound file writes. */
export const whole = (value: string | undefined, most: number): number | undefined => {
  const count = value === undefined || value === '' ? Number.NaN : Number(value)
  return Number.isInteger(count) && count >= 0 && count <= most ? count : undefined
}

/** Lists have nine levels, counted from 0. */
export const levelIndex = (value: string | undefined): number => whole(value, 8) ?? 0
