import { describe, expect, it } from 'vitest'
import { pdfStream } from '../../generator/pdf/pdf-objects.ts'
import { contentOf, reasonOf } from '../test-reader.ts'
import { figureIn } from './figure-in.ts'
import { type PdfParts, pageOf, text } from './page-of.ts'

const SHOWN = text(215, 600, '18')
const BEFORE = text(210, 600, '2')
const FONT = '/Resources << /Font << /F 3 0 R >> >>'
const form = (content: string, entries = ''): string =>
  pdfStream(content, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${FONT} ${entries}`)
const forms = (objects: readonly string[], more = ''): PdfParts => ({ resources: `/XObject << /X 20 0 R /Y 21 0 R >> ${more}`, objects })
const states = (entries: string): PdfParts => ({ resources: `/ExtGState << ${entries} >>` })
const group = '/Group << /S /Transparency /I true >>'
const layers = (rule: string, off: string): PdfParts => ({
  resources: '/Properties << /M 22 0 R >>',
  catalog: `/OCProperties << /OCGs [20 0 R 21 0 R] /D << /OFF [${off}] /Order [20 0 R 21 0 R] >> >>`,
  objects: ['<< /Type /OCG /Name (A) >>', '<< /Type /OCG /Name (B) >>', `<< /Type /OCMD /OCGs [20 0 R 21 0 R] ${rule} >>`],
})
const annotation = (entries: string, appearance: string, place = '/BBox [0 0 40 17]'): PdfParts => ({
  page: '/Annots [20 0 R]',
  objects: [
    `<< /Type /Annot /Rect [205 595 245 612] /F 4 ${entries} /AP << /N 21 0 R >> >>`,
    pdfStream(appearance, `/Type /XObject /Subtype /Form ${place} ${FONT}`),
  ],
})

describe('ways of other programs to hide, mark and cover letters of a PDF', () => {
  it.each<[string, string, string, PdfParts?]>([
    ['a mark raised by the text matrix', '18¹', `${SHOWN} BT /F 10 Tf 0.6 0 0 0.6 225 604 Tm <0031> Tj ET`],
    ['a mark raised by the rise of a scaled text', '18¹', `${SHOWN} BT /F 1 Tf 6 0 0 6 225 600 Tm 0.7 Ts <0031> Tj 0 Ts ET`],
    ['a mark raised in a form of its own', '18¹', `${SHOWN} q 1 0 0 1 10 4 cm /X Do Q`, forms([form(text(215, 600, '1', 6))])],
    [
      'nothing, by a state within a form',
      '18',
      `/X Do ${SHOWN}`,
      forms([form(`/G gs ${BEFORE}`).replace('/Font', '/ExtGState << /G << /ca 0 >> >> /Font')]),
    ],
    [
      'a group in a group of no opacity',
      '18',
      `q /G gs /X Do Q ${SHOWN}`,
      forms(
        [form('/Y Do', group).replace('/Font', '/XObject << /Y 21 0 R >> /Font'), form(BEFORE, group)],
        '/ExtGState << /G << /ca 0 >> >>',
      ),
    ],
    ['a clip that is empty', '18', `q 0 0 0 0 re W n ${BEFORE} Q ${SHOWN}`],
    ['two clips that share nothing', '18', `q 205 595 4 20 re W n 230 595 4 20 re W n ${BEFORE} Q ${SHOWN}`],
    ['a rule over layers: all must be on', '18', `/OC /M BDC ${BEFORE} EMC ${SHOWN}`, layers('/P /AllOn', '21 0 R')],
    ['a rule over layers: any may be on', '18', `/OC /M BDC ${SHOWN} EMC`, layers('/P /AnyOn', '21 0 R')],
    ['a rule over layers: one must be off', '18', `/OC /M BDC ${SHOWN} EMC`, layers('/P /AnyOff', '21 0 R')],
    ['a thick stroke through a figure', '18', `${BEFORE} q 2 w 209 603.5 m 216 603.5 l S Q ${text(220, 600, '18')}`],
    ['a line in a form that strikes', '18', `${BEFORE} /X Do ${text(220, 600, '18')}`, forms([form('209 603.5 m 216 603.5 l S')])],
    ['a line drawn by an annotation', '18', `${BEFORE} ${text(220, 600, '18')}`, annotation('/Subtype /Line', '4 8.5 m 11 8.5 l S')],
    ['decoration within other marks', '18', `/P BMC /Artifact BMC 0.4 g ${text(212, 602, '77')} 0 g EMC EMC ${SHOWN}`],
    ['a stamp on a ground of its own', '19', SHOWN, annotation('/Subtype /Stamp', `1 g 0 0 40 17 re f 0 g ${text(10, 5, '19')}`)],
    [
      'an annotation whose drawing is scaled',
      '18',
      '',
      annotation('/Subtype /Widget /FT /Tx', text(20, 10, '18', 20), '/BBox [0 0 80 34]'),
    ],
    ['a page turned by its entry', '18', SHOWN, { page: '/Rotate 90' }],
    ['a page cut to less than its paper', '18', SHOWN, { page: '/CropBox [50 500 400 800]' }],
    ['text that an edge cuts away', 'no table', SHOWN, { page: '/CropBox [0 0 50 50]' }],
    ['a negative size turned back', '18', 'BT /F -10 Tf -1 0 0 -1 215 600 Tm <00310038> Tj ET'],
    [
      'white by a calibrated grey',
      '18',
      `/CS cs 1 sc ${BEFORE} /DeviceGray cs 0 g ${SHOWN}`,
      { resources: '/ColorSpace << /CS [/CalGray << /WhitePoint [0.95 1 1.09] >>] >>' },
    ],
  ])('%s', async (_, expected, painted, parts) => {
    expect(await figureIn(painted, parts)).toBe(expected)
  })

  it.each<[string, string, PdfParts?]>([
    [
      'a mask over a figure',
      `q /G gs ${SHOWN} Q`,
      {
        resources: '/ExtGState << /G << /SMask << /S /Luminosity /G 20 0 R >> >> >>',
        objects: [form('1 g 0 0 595 842 re f', '/Group << /S /Transparency /CS /DeviceGray >>')],
      },
    ],
    ['a difference in blending', `${SHOWN} q /G gs 1 g 205 595 40 14 re f Q`, states('/G << /BM /Difference >>')],
    ['letters that are a clip', `q BT 7 Tr /F 10 Tf 215 600 Td <00310038> Tj ET 205 595 40 14 re f Q`],
  ])('leave a doubtful figure: %s', async (_, painted, parts) => {
    expect(await figureIn(painted, parts)).toMatch(/\?$/)
  })
})

describe('a list of pages', () => {
  it('that leads back to itself where no plain list shows it is refused', async () => {
    const parts = { kids: '2 0 R' }
    expect(await reasonOf('pdf', pageOf(SHOWN, parts))).toBe('repeated-pages')
    expect((await contentOf('pdf', pageOf(SHOWN))).remarks).toEqual([])
  })
})
