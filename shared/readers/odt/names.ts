import type { Vocabulary } from '../xml/namespaces.ts'

/** Namespaces of OpenDocument. */
export const ODF: Vocabulary = {
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0': 'svg',
  'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'manifest',
  'urn:oasis:names:tc:opendocument:xmlns:form:1.0': 'form',
  'http://openoffice.org/2010/draw': 'draw',
  'urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0': 'field',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
}

/** Counts beyond this are no document that a person made. */
const MOST = 1000

/** A count of at least 1 written in an attribute; 1 where there is none. */
export const countOf = (stated: string | undefined): number => {
  const count = Number(stated ?? 1)
  return Number.isInteger(count) && count >= 1 ? Math.min(count, MOST) : 1
}
