import { describe, expect, it } from 'vitest'
import { cellText } from '../../../shared/document/document.ts'
import { contentOf, reasonOf } from '../test-reader.ts'
import { grid, image, type OfdParts, ofdOf, path, text, zipOf } from './ofd-file.ts'

/** Letters 4 mm high and 2 mm wide, whose line stands 4 mm below `y`; `inside` stands before the letters. */
const letters = (x: number, y: number, words: string, { object = '', inside = '', size = 4 } = {}): string =>
  `<ofd:TextObject Boundary="${x} ${y} 40 ${size * 1.5}" Font="1" Size="${size}" ${object}>${inside}<ofd:TextCode X="0" Y="${size}" DeltaX="g ${Math.max(1, words.length - 1)} ${size / 2}">${words}</ofd:TextCode></ofd:TextObject>`
const filled = (boundary: string, size: string, colour: string, attributes = ''): string =>
  `<ofd:PathObject Boundary="${boundary}" Fill="true" Stroke="false" ${attributes}><ofd:FillColor Value="${colour}"/><ofd:AbbreviatedData>${size}</ofd:AbbreviatedData></ofd:PathObject>`
const line = (boundary: string, data: string): string =>
  `<ofd:PathObject Boundary="${boundary}" LineWidth="0.2"><ofd:StrokeColor Value="0 0 0"/><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`
const colour = (value: string, more = '') => `<ofd:FillColor Value="${value}" ${more}/>`
const clip = (data: string) =>
  `<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 40 10"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>`

const BASE = text(20, 20, '政府信息公开工作年度报告') + grid(30, 40, 2, 1) + text(32, 42, '许可')
const BEFORE = (options?: Parameters<typeof letters>[3]) => letters(62, 42, '2', options)
const SHOWN = letters(65, 42, '18')

const cellOf = async (bytes: Uint8Array): Promise<string> => {
  const { blocks } = await contentOf('ofd', bytes)
  const table = blocks.find((block) => block.kind === 'table')
  const cell = table?.kind === 'table' ? table.rows[0]?.[1] : undefined
  return cell === undefined ? 'no table' : `${cellText(cell)}${cell.doubt === undefined ? '' : '?'}`
}
const figureIn = (objects: string, parts?: OfdParts) => cellOf(ofdOf([BASE + objects], parts))
const onLayer = (type: string, objects: string) => `</ofd:Layer><ofd:Layer ${type}>${objects}</ofd:Layer><ofd:Layer>`
const BEHIND = '<ofd:Template TemplateID="9"/>'
const SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
/** A list of annotations, and one of them over the cell. */
const annotated = (attributes: string, objects: string) => {
  const bytes = ofdOf([BASE + SHOWN], {
    more: {
      'Doc_0/Annots/Annotations.xml': `<ofd:Annotations ${SPACE}><ofd:Page PageID="0"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
      'Doc_0/Annots/Page_0/Annotation.xml': `<ofd:PageAnnot ${SPACE}><ofd:Annot ${attributes}><ofd:Appearance Boundary="62 41 20 8">${objects}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`,
    },
    list: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>',
  })
  return cellOf(bytes)
}

describe('text of an OFD that nobody sees is not read', () => {
  it.each([
    ['not filled and not stroked', BEFORE({ object: 'Fill="false"' })],
    ['invisible', BEFORE({ object: 'Visible="false"' })],
    ['of no opacity', BEFORE({ object: 'Alpha="0"' })],
    ['of a colour of no opacity', BEFORE({ inside: colour('0 0 0', 'Alpha="0"') })],
    ['white', BEFORE({ inside: colour('255 255 255') })],
    ['white in hexadecimal', BEFORE({ inside: colour('#FF #FF #FF') })],
    ['white in grey', BEFORE({ inside: colour('255') })],
    ['white in printing inks', BEFORE({ inside: colour('0 0 0 0') })],
    ['of no size', letters(62, 42, '2', { size: 0 })],
    ['of no width', BEFORE({ object: 'HScale="0"' })],
    ['clipped away', BEFORE({ inside: clip('M 20 0 L 30 0 L 30 9 L 20 9 C') })],
    ['covered', BEFORE() + filled('61 41 3.5 8', 'M 0 0 L 3.5 0 L 3.5 8 L 0 8 C', '255 255 255')],
    [
      'covered by a thick line',
      `${BEFORE()}<ofd:PathObject Boundary="61 41 4 8" LineWidth="7"><ofd:StrokeColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 4 L 3.5 4</ofd:AbbreviatedData></ofd:PathObject>`,
    ],
    ['on an invisible layer', onLayer('Visible="false"', BEFORE())],
    ['in an invisible block', `<ofd:PageBlock Visible="false">${BEFORE()}</ofd:PageBlock>`],
    [
      'behind what the layer before it covers',
      onLayer('Type="Foreground"', filled('61 41 3.5 8', 'M 0 0 L 3.5 0 L 3.5 8 L 0 8 C', '255 255 255')) + BEFORE(),
    ],
  ])('%s', async (_, hidden) => {
    expect(await figureIn(hidden + SHOWN)).toBe('18')
  })

  it('which is told', async () => {
    const { remarks } = await contentOf('ofd', ofdOf([BASE + BEFORE({ object: 'Fill="false"' }) + SHOWN]))
    expect(remarks).toEqual(['hidden-text-left-out'])
  })
})

describe('text of an OFD that is seen is read', () => {
  it.each([
    ['over a box', filled('61 41 20 8', 'M 0 0 L 20 0 L 20 8 L 0 8 C', '255 255 255') + SHOWN],
    [
      'light on dark',
      filled('60.5 40.5 29 9', 'M 0 0 L 29 0 L 29 9 L 0 9 C', '0 0 0') + letters(65, 42, '18', { inside: colour('255 255 255') }),
    ],
    ['stroked alone', letters(65, 42, '18', { object: 'Fill="false" Stroke="true"' })],
    ['within a clip', letters(65, 42, '18', { inside: clip('M 0 0 L 40 0 L 40 9 L 0 9 C') })],
    ['of a colour that a parameter names', letters(65, 42, '18', { object: 'DrawParam="7"' })],
  ])('%s', async (_, objects) => {
    expect(await figureIn(objects)).toBe('18')
  })

  it('of a template before the page, over what it covers', async () => {
    const template = filled('61 41 20 8', 'M 0 0 L 20 0 L 20 8 L 0 8 C', '255 255 255') + letters(65, 42, '19')
    expect(await figureIn(SHOWN, { head: '<ofd:Template TemplateID="9" ZOrder="Foreground"/>', template })).toBe('19')
    expect(
      await figureIn(filled('61 41 20 8', 'M 0 0 L 20 0 L 20 8 L 0 8 C', '255 255 255') + SHOWN, {
        head: BEHIND,
        template: letters(65, 42, '19'),
      }),
    ).toBe('18')
  })

  it('of an annotation, over what it covers', async () => {
    const note = filled('0 0 20 8', 'M 0 0 L 20 0 L 20 8 L 0 8 C', '255 255 255') + letters(4, 1, '19')
    expect(await annotated('Type="Stamp"', note)).toBe('19')
    expect(await annotated('Type="Stamp" Visible="false"', note)).toBe('18')
    expect(await annotated('Type="Watermark"', letters(3, 1, '77'))).toBe('18')
  })

  it('of an electronic seal, under which no figure is certain', async () => {
    const sealed = (boundary: string) =>
      figureIn(SHOWN, {
        more: {
          'OFD.xml': `<ofd:OFD ${SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>`,
          'Doc_0/Signs/Signatures.xml': `<ofd:Signatures ${SPACE}><ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/><ofd:Signature ID="2" BaseLoc="none.xml"/></ofd:Signatures>`,
          'Doc_0/Signs/Sign_0/Signature.xml': `<ofd:Signature ${SPACE}><ofd:SignedInfo><ofd:StampAnnot ID="1" PageRef="0" Boundary="${boundary}"/></ofd:SignedInfo></ofd:Signature>`,
        },
      })
    expect(await sealed('55 35 40 40')).toBe('18?')
    expect(await sealed('120 200 40 40')).toBe('18')
    expect(await sealed('')).toBe('18')
  })

  it('of a drawing that the page places', async () => {
    const more = {
      'Doc_0/Res.xml': `<ofd:Res ${SPACE}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="8" Width="40" Height="10"><ofd:Content>${letters(3, 1, '18')}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`,
    }
    const list = '<ofd:CommonData><ofd:PublicRes>Res.xml</ofd:PublicRes></ofd:CommonData>'
    expect(await figureIn('<ofd:CompositeObject Boundary="62 41 20 8" ResourceID="8"/>', { more, list })).toBe('18')
  })

  it('but for a colour that a parameter makes white', async () => {
    const more = {
      'Doc_0/Res.xml': `<ofd:Res ${SPACE}><ofd:DrawParams><ofd:DrawParam ID="7" Relative="6"/><ofd:DrawParam ID="6"><ofd:FillColor Value="255 255 255"/></ofd:DrawParam></ofd:DrawParams></ofd:Res>`,
    }
    const list = '<ofd:CommonData><ofd:PublicRes>Res.xml</ofd:PublicRes></ofd:CommonData>'
    expect(await figureIn(BEFORE({ object: 'DrawParam="7"' }) + SHOWN, { more, list })).toBe('18')
  })
})

describe('a figure of an OFD is doubtful where it is', () => {
  it.each([
    ['half covered', SHOWN + filled('66 41 2 8', 'M 0 0 L 2 0 L 2 8 L 0 8 C', '255 255 255')],
    ['of a gradient', letters(65, 42, '18', { inside: '<ofd:FillColor><ofd:AxialShd/></ofd:FillColor>' })],
    ['beside a pale one', BEFORE({ inside: colour('200 200 200') }) + SHOWN],
    ['beside one of another colour', BEFORE({ inside: colour('255 0 0') }) + SHOWN],
    [
      'over the boundary of its object',
      `<ofd:TextObject Boundary="65 42 2 6" Font="1" Size="4"><ofd:TextCode X="-3" Y="4" DeltaX="3 2">218</ofd:TextCode></ofd:TextObject>`,
    ],
    ['under a small picture', SHOWN + image('65 42 5 5')],
    ['beside a drawn one', SHOWN + path('72 42 3 5', 'M 0 0 L 3 0 L 1 2 L 3 5')],
  ])('%s', async (_, objects) => {
    expect(await figureIn(objects)).toMatch(/\?$/)
  })
})

describe('marks, struck figures and watermarks in an OFD', () => {
  it.each([
    ['18¹', SHOWN + letters(69, 42, '1', { size: 2.4 })],
    ['18', BEFORE() + line('61.8 44.6 2.6 0.2', 'M 0 0 L 2.6 0') + letters(67, 42, '18')],
    ['18', SHOWN + letters(65.5, 42, '77', { object: 'Alpha="40"' })],
    ['18', SHOWN + letters(60, 38, '2024', { inside: colour('128 128 128'), size: 12 })],
  ])('%s', async (expected, objects) => {
    expect(await figureIn(objects)).toBe(expected)
  })
})

describe('a package', () => {
  const sound = {
    'OFD.xml': `<ofd:OFD ${SPACE}><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${SPACE}><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages\\0.xml"/></ofd:Pages></ofd:Document>`,
    'Doc_0/Pages/0.xml': `<ofd:Page ${SPACE}><ofd:Content><ofd:Layer>${BASE}${SHOWN}</ofd:Layer></ofd:Content></ofd:Page>`,
  }
  const named = (rename: (name: string) => string) =>
    zipOf(Object.fromEntries(Object.entries(sound).map(([name, part]) => [rename(name), part])))
  it.each<[string, Uint8Array]>([
    ['by other cases', named((name) => name.replace('Doc_0', 'doc_0').replace('Pages', 'pages'))],
    ['with backslashes', named((name) => name.replaceAll('/', '\\'))],
    ['from its root', named((name) => `/${name}`)],
    [
      'with attachments',
      zipOf({ ...sound, 'Doc_0/Attachs/word/document.xml': '<a/>', 'Doc_0/Attachs/xl/workbook.xml': '<a/>', mimetype: 'application/ofd' }),
    ],
  ])('whose parts are named %s is read', async (_, bytes) => {
    expect(await cellOf(bytes)).toBe('18')
  })

  it('that lists a page twice is read once, and that is told', async () => {
    const twice = { ...sound, 'Doc_0/Document.xml': sound['Doc_0/Document.xml'].replace(/(<ofd:Page [^>]*>)/, '$1$1') }
    const { blocks, remarks } = await contentOf('ofd', zipOf(twice))
    expect(blocks.filter(({ kind }) => kind === 'table')).toHaveLength(1)
    expect(remarks).toEqual(['repeated-pages-left-out'])
  })

  it('whose letters are drawn as lines is refused as that, not as empty', async () => {
    const strokes = Array.from({ length: 300 }, (_, index) =>
      path(`${20 + (index % 30) * 5} ${30 + Math.floor(index / 30) * 9} 4 6`, 'M 0 0 L 4 0 M 2 0 L 2 6 M 0 3 L 4 3'),
    )
    expect(await reasonOf('ofd', ofdOf([strokes.join('')]))).toBe('drawn-text')
    expect(await reasonOf('ofd', ofdOf([grid(20, 30, 6, 24)]))).toBe('read')
  })
})
