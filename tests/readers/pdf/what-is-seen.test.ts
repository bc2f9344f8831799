import { describe, expect, it } from 'vitest'
import { pdfStream } from '../../generator/pdf/pdf-objects.ts'
import { contentOf, reasonOf } from '../test-reader.ts'
import { figureIn } from './figure-in.ts'
import { type PdfParts, pageOf, text } from './page-of.ts'

const remarksOf = async (painted: string, parts?: PdfParts) => (await contentOf('pdf', pageOf(painted, parts))).remarks

const SHOWN = text(215, 600, '18')
const BEFORE = text(210, 600, '2')
const gs = (entries: string): PdfParts => ({ resources: `/ExtGState << /G << ${entries} >> >>` })
const form = (content: string, entries = ''): string =>
  pdfStream(content, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> ${entries}`)
const withForm = (object: string, more = ''): PdfParts => ({ resources: `/XObject << /X 20 0 R >> ${more}`, objects: [object] })
const layer = (state: string): PdfParts => ({
  resources: '/Properties << /L 20 0 R /M 21 0 R >>',
  catalog: `/OCProperties << /OCGs [20 0 R] /D << ${state} /Order [20 0 R] >> >>`,
  objects: ['<< /Type /OCG /Name (L) >>', '<< /Type /OCMD /OCGs 20 0 R >>'],
})
const OFF = layer('/BaseState /ON /OFF [20 0 R]')
const annotation = (entries: string, appearance?: string): PdfParts => ({
  page: '/Annots [20 0 R]',
  objects: [
    `<< /Type /Annot /Rect [205 595 245 612] /F 4 ${entries} ${appearance === undefined ? '' : '/AP << /N 21 0 R >>'} >>`,
    pdfStream(appearance ?? '', '/Type /XObject /Subtype /Form /BBox [0 0 40 17] /Resources << /Font << /F 3 0 R >> >>'),
  ],
})
const image = (entries = ''): PdfParts => ({
  resources: '/XObject << /X 20 0 R >>',
  objects: [
    pdfStream('\u0000', `/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 ${entries}`),
  ],
})

describe('text of a PDF that nobody sees is not read', () => {
  it.each<[string, string, PdfParts?]>([
    ['set without ink', `BT 3 Tr ET ${BEFORE} BT 0 Tr ET`],
    ['white', `1 g ${BEFORE} 0 g`],
    ['white by printing inks', `0 0 0 0 k ${BEFORE} 0 g`],
    [
      'white in a space of colours',
      `/CS cs 1 1 1 sc ${BEFORE} /DeviceGray cs 0 g`,
      { resources: '/ColorSpace << /CS [/CalRGB << /WhitePoint [0.95 1 1.09] >>] >>' },
    ],
    ['nearly white', `0.98 g ${BEFORE} 0 g`],
    ['of the colour of its ground', `0.2 0.4 0.6 rg 209 598 6 10 re f ${BEFORE} 0 g`],
    ['painted with nothing', `q /G gs ${BEFORE} Q`, gs('/ca 0')],
    ['stroked in white', `BT 1 Tr ET 1 G ${BEFORE} BT 0 Tr ET 0 G`],
    ['of no size', text(210, 600, '2', 0)],
    ['of hardly any size', text(210, 600, '2', 0.05)],
    ['of no width', `BT 0 Tz ET ${BEFORE} BT 100 Tz ET`],
    ['clipped away', `q 300 300 10 10 re W n ${BEFORE} Q`],
    ['clipped away by a shape', `q 300 300 m 320 300 l 310 320 l h W* n ${BEFORE} Q`],
    ['clipped away twice over', `q 0 0 300 842 re W n 0 0 595 300 re W n ${BEFORE} Q`],
    ['covered', `${BEFORE} 1 g 209 597 6 12 re f 0 g`],
    ['covered by a round shape', `${BEFORE} 1 g 202 604 m 202 612 220 612 220 604 c 220 590 202 590 202 604 c h f 0 g`],
    ['covered by a thick line', `${BEFORE} 1 G 14 w 207 603 m 215 603 l S 0 G`],
    ['on a layer that is off', `/OC /L BDC ${BEFORE} EMC`, OFF],
    ['under a rule over layers', `/OC /M BDC ${BEFORE} EMC`, OFF],
    [
      'in a form on a layer that is off',
      '/X Do',
      { ...OFF, resources: '/XObject << /X 22 0 R >>', objects: [...(OFF.objects ?? []), form(BEFORE, '/OC 20 0 R')] },
    ],
    ['in a form beyond its box', 'q /X Do Q', withForm(form(BEFORE).replace('/BBox [0 0 595 842]', '/BBox [0 0 100 100]'))],
    [
      'in a group painted with nothing',
      'q /G gs /X Do Q',
      withForm(form(BEFORE, '/Group << /S /Transparency >>'), '/ExtGState << /G << /ca 0 >> >>'),
    ],
    [
      'in a mask',
      'q /G gs Q',
      withForm(
        form(BEFORE, '/Group << /S /Transparency /CS /DeviceGray >>'),
        '/ExtGState << /G << /SMask << /S /Luminosity /G 20 0 R >> >> >>',
      ),
    ],
    ['in a hidden annotation', '', annotation('/Subtype /Stamp /F 2', text(5, 5, '2'))],
  ])('%s', async (_, hidden, parts) => {
    expect(await figureIn(`${hidden}\n${SHOWN}`, parts)).toBe('18')
  })

  it('which is told', async () => {
    expect(await remarksOf(`1 g ${BEFORE} 0 g ${SHOWN}`)).toEqual(['hidden-text-left-out'])
    expect(await remarksOf(SHOWN)).toEqual([])
  })
})

describe('text of a PDF that is seen is read', () => {
  it.each<[string, string, PdfParts?]>([
    ['over a box', `1 g 205 595 40 14 re f 0 g ${SHOWN}`],
    ['light on dark', `0 g 201 591 98 28 re f 1 g ${SHOWN} 0 g`],
    ['beside a box painted later', `${SHOWN} 1 g 240 595 40 14 re f 0 g`],
    ['under what can be seen through', `${SHOWN} q /G gs 1 1 0 rg 205 595 40 14 re f Q`, gs('/ca 0.4')],
    ['under a highlight', `${SHOWN} q /G gs 1 1 0 rg 205 595 40 14 re f Q`, gs('/BM /Multiply')],
    ['on a layer that is on', `/OC /L BDC ${SHOWN} EMC`, layer('/BaseState /ON')],
    ['within a clip', `q 200 590 100 30 re W n ${SHOWN} Q`],
    ['stroked and filled', `BT 2 Tr ET ${SHOWN} BT 0 Tr ET`],
    ['printed twice to be bold', `${SHOWN} ${text(215.3, 600, '18')}`],
    ['in colour', `1 0 0 rg ${SHOWN} 0 g`],
    ['in a form', '/X Do', withForm(form(SHOWN))],
    ['in the drawing of a form field', '', annotation('/Subtype /Widget /FT /Tx /T (f) /V (18)', text(10, 5, '18'))],
    ['underlined', `${SHOWN} 214 598 m 226 598 l S`],
  ])('%s', async (_, painted, parts) => {
    expect(await figureIn(painted, parts)).toBe('18')
  })

  it('and not what a note on a ground of its own lies over', async () => {
    expect(await figureIn(SHOWN, annotation('/Subtype /FreeText', `1 g 0 0 40 17 re f 0 g ${text(10, 5, '19')}`))).toBe('19')
  })
})

describe('a figure of a PDF is doubtful where it is', () => {
  it.each<[string, string, PdfParts?]>([
    ['half covered', `${SHOWN} 1 g 212 597 5.5 12 re f 0 g`],
    ['half clipped', `q 217 590 100 30 re W n ${SHOWN} Q`],
    ['under a picture that may be seen through', `${SHOWN} q 20 0 0 12 213 597 cm /X Do Q`, image('/SMask 20 0 R')],
    [
      'painted with a gradient',
      `/Pattern cs /P scn ${SHOWN} 0 g`,
      {
        resources:
          '/Pattern << /P << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >> >> >> >>',
      },
    ],
    [
      'under a gradient',
      `${SHOWN} q 205 595 40 14 re W n /S sh Q`,
      {
        resources:
          '/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >> >> >>',
      },
    ],
    ['beside another of another colour', `1 0 0 rg ${BEFORE} 0 g ${SHOWN}`],
    ['beside another that is pale', `0.8 g ${BEFORE} 0 g ${SHOWN}`],
    ['under another', `${SHOWN} ${text(217, 601, '76')}`],
    ['crossed out by a leaning line', `${SHOWN} 212 598 m 228 610 l S`],
    ['beside a drawn one', `${SHOWN} 228 600 m 228 608 l 231 608 l 231 604 l 229 602 l h f`],
    ['beside one that a picture covers', `${BEFORE} q 6 0 0 12 209 597 cm /X Do Q ${SHOWN}`, image()],
    ['beside a small picture', `${SHOWN} q 5 0 0 8 230 600 cm /X Do Q`, image()],
    ['to be blacked out', SHOWN, annotation('/Subtype /Redact')],
    ['beside a field that is not drawn', SHOWN, annotation('/Subtype /Widget /FT /Tx /T (f) /V (19)')],
    ['on two lines', `${text(215, 604, '12')} ${text(215, 592, '18')}`],
  ])('%s', async (_, painted, parts) => {
    expect(await figureIn(painted, parts)).toMatch(/\?$/)
  })

  it('blank, but for a note without a drawing', async () => {
    expect(await figureIn('', annotation('/Subtype /FreeText /Contents (19) /DA (/F 10 Tf)'))).toBe('?')
  })
})

describe('marks beside figures, and figures struck out', () => {
  it.each([
    ['18¹', `${SHOWN} ${text(225, 604, '1', 6)}`],
    ['18₁', `${SHOWN} ${text(225, 598.5, '1', 6)}`],
    ['18¹', `${SHOWN} BT 4 Ts /F 6 Tf 225 600 Td <0031> Tj 0 Ts ET`],
  ])('%s', async (expected, painted) => {
    expect(await figureIn(painted)).toBe(expected)
  })

  it.each([
    ['a line', '209 603.5 m 216 603.5 l S'],
    ['a thin box', '209 603 7 0.6 re f'],
    ['two lines', '209 603 m 216 603 l S 209 605 m 216 605 l S'],
  ])('left out under %s, and told', async (_, line) => {
    const struck = `${BEFORE} ${line} ${text(220, 600, '18')}`
    expect(await figureIn(struck)).toBe('18')
    expect(await remarksOf(struck)).toEqual(['struck-text-left-out'])
  })

  it('left out under an annotation that strikes them out', async () => {
    const parts = annotation('/Subtype /StrikeOut /C [1 0 0] /QuadPoints [209 609 216 609 209 598 216 598]')
    expect(await figureIn(`${BEFORE} ${text(220, 600, '18')}`, parts)).toBe('18')
  })
})

describe('watermarks', () => {
  const tiles = (words: string, ink: string) =>
    [580, 590, 600, 610, 640, 700].flatMap((y) => [60, 190, 320, 450].map((x) => `${ink} ${text(x, y, words, 12)}`)).join(' ')
  it.each([
    ['pale and all over the page', tiles('2024-01-22', '0.85 g')],
    ['of a pale colour', tiles('2024-01-22', '1 0.8 0.8 rg')],
    ['large', `0.5 g ${text(190, 592, '2022', 40)}`],
    ['large and black', text(160, 585, '2022', 40)],
    ['leaning', '0.5 g BT /F 20 Tf 0.7 0.7 -0.7 0.7 205 590 Tm <00320030> Tj ET'],
    ['said to be decoration', `/Artifact <</Type /Pagination /Subtype /Watermark>> BDC 0.4 g ${text(212, 602, '77')} EMC`],
  ])('%s are left out', async (_, mark) => {
    expect(await figureIn(`q ${mark} Q ${SHOWN}`)).toBe('18')
    expect(await figureIn(`${SHOWN} q ${mark} Q`)).toBe('18')
  })

  it('that touch nothing disturb nothing', async () => {
    expect(await figureIn(`q 0.85 g ${text(100, 500, '水印', 30)} Q ${SHOWN}`)).toBe('18')
  })
})

describe('a file', () => {
  it('whose list of pages names one twice is read once, and that is told', async () => {
    const { blocks, remarks } = await contentOf('pdf', pageOf(SHOWN, { kids: '9 0 R 9 0 R' }))
    expect(blocks.filter(({ kind }) => kind === 'table')).toHaveLength(1)
    expect(remarks).toEqual(['repeated-pages-left-out'])
  })

  it('with a dynamic form in place of its pages is refused as such', async () => {
    const parts = { catalog: '/AcroForm << /Fields [] /XFA [(template) 20 0 R] >>', objects: [pdfStream('<template/>')] }
    expect(await reasonOf('pdf', pageOf(text(100, 400, 'Please wait'), parts))).toBe('xfa-form')
    expect(await reasonOf('pdf', pageOf(SHOWN, parts))).toBe('read')
  })
})
