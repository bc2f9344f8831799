import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { Box } from '../page-layout/page-content.ts'
import { type ReadTools, UnreadableError } from '../reader.ts'
import type { ContentGroup, IsShown } from './marked-content.ts'
import { hasTransparentPictures } from './stream-sizes.ts'

/** A font as far as its glyphs' places depend on it. */
export type PdfFont = {
  readonly vertical?: boolean
  readonly fontMatrix?: ArrayLike<number>
  readonly defaultVMetrics?: readonly number[]
}

/** The operators of one page with the fonts that they name, and its box. */
export type PageOperators = {
  readonly functions: readonly number[]
  readonly operands: readonly unknown[]
  readonly fonts: ReadonlyMap<string, PdfFont>
  /** What the file calls the page by. */
  readonly reference: string | undefined
  /** Left, bottom, right and top of what is shown of the page. */
  readonly view: readonly number[]
  readonly isShown: IsShown
  /** Whether none of the file's pictures lets shine through what lies under it. */
  readonly hasOpaquePictures: () => boolean
  /** Where annotations and form fields have a text that the library does not draw. */
  readonly unread: readonly Box[]
}

export type OpenPdf = {
  readonly pages: number
  readonly codes: Readonly<Record<string, number>>
  readonly operatorsOf: (page: number) => Promise<PageOperators>
  /** Whether the file holds a form of XFA, which takes the place of its pages. */
  readonly hasXfa: () => Promise<boolean>
}

/** A page of a report has some thousands. */
const MOST_OPERATORS = 1_000_000

const loadLibrary = async () => {
  // The library asks for these when it is loaded, for drawing, which is never done here; Node has none.
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} })
  const [api, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.min.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs'),
  ])
  return { ...api, ...worker }
}

/** Its two halves are megabytes of code; to ask for a module anew takes time too. */
let loadedLibrary: ReturnType<typeof loadLibrary> | undefined
const library = (): ReturnType<typeof loadLibrary> => {
  loadedLibrary ??= loadLibrary()
  return loadedLibrary
}

/** What the library says is wrong with the file. */
const refusal = (error: unknown): UnreadableError => {
  if (error instanceof UnreadableError) return error
  if (error instanceof Error && /circular reference/.test(error.message)) return new UnreadableError('repeated-pages')
  return new UnreadableError(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged')
}

/**
 * Opens a file for as long as `work` takes. Both halves of the library run in this thread and talk through a channel of ours, so that
 * timers fire between two messages and a page of endless operators is left half way.
 */
export const withPdf = async <T>(bytes: Uint8Array, tools: ReadTools, work: (pdf: OpenPdf) => Promise<T>): Promise<T> => {
  const { getDocument, PDFWorker, WorkerMessageHandler, OPS, AnnotationMode, VerbosityLevel } = await library()
  const { limits, characterMap } = tools
  const { port1, port2 } = new MessageChannel()
  let stop: (reason: UnreadableError) => void = () => undefined
  const stopped = new Promise<never>((_, reject) => {
    stop = reject
  })
  stopped.catch(() => undefined)
  const timer = setTimeout(() => stop(new UnreadableError('too-complex', `${limits.milliseconds / 1000}秒`)), limits.milliseconds)
  const inTime = <R>(result: Promise<R>): Promise<R> => Promise.race([result, stopped])

  let opaquePictures: boolean | undefined
  // Few files have pictures over text.
  const hasOpaquePictures = () => {
    opaquePictures ??= !hasTransparentPictures(bytes)
    return opaquePictures
  }
  let operators = 0
  port1.addEventListener('message', ({ data }: MessageEvent<{ chunk?: { fnArray?: readonly number[] } }>) => {
    operators += data.chunk?.fnArray?.length ?? 0
    if (operators > MOST_OPERATORS) stop(new UnreadableError('too-complex', `${MOST_OPERATORS}个绘图指令`))
  })
  let missingMap: unknown
  class CharacterMaps {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      if (kind !== 'cMapUrl') throw new Error('Only needed for drawing')
      try {
        if (characterMap === undefined) throw new Error(`No character maps at hand: ${filename}`)
        return await characterMap(filename)
      } catch (error) {
        missingMap = error
        throw error
      }
    }
  }

  const loaded = <R>(result: Promise<R>): Promise<R> =>
    inTime(result).catch((error: unknown) => {
      throw refusal(error)
    })
  let task: PDFDocumentLoadingTask | undefined
  const worker = PDFWorker.create({ port: port1 as unknown as Worker, verbosity: VerbosityLevel.ERRORS })
  try {
    WorkerMessageHandler.initializeFromPort(port2)
    port1.start()
    port2.start()
    task = getDocument({
      data: new Uint8Array(bytes), // its memory is taken over
      worker,
      verbosity: VerbosityLevel.ERRORS,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      cMapPacked: true,
      BinaryDataFactory: CharacterMaps,
      maxImageSize: 0, // pictures are not looked into, so they are not unpacked
    })
    const document = await loaded(task.promise)
    const isShown = shownBy(await loaded(document.getOptionalContentConfig()))
    const result = await inTime(
      work({
        pages: document.numPages,
        hasXfa: async () => xfaIn((await loaded(document.getMetadata())).info),
        codes: OPS,
        operatorsOf: (page) =>
          loaded(
            pageOperators(document, page, { setFont: OPS.setFont, annotationMode: AnnotationMode.ENABLE, isShown, hasOpaquePictures }),
          ),
      }),
    )
    if (missingMap !== undefined) throw missingMap // our failure, though the library went on without
    return result
  } finally {
    clearTimeout(timer)
    await task?.destroy()
    worker.destroy()
    port1.close()
  }
}

const xfaIn = (info: object): boolean => 'IsXFAPresent' in info && info.IsXFAPresent === true

/** The properties of a font object are worked out anew each time that they are asked for. */
const plainFont = (font: PdfFont | undefined): PdfFont => {
  const { vertical, fontMatrix, defaultVMetrics } = font ?? {}
  return {
    ...(vertical !== undefined && { vertical }),
    ...(fontMatrix !== undefined && { fontMatrix }),
    ...(defaultVMetrics !== undefined && { defaultVMetrics }),
  }
}

type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>

/** Whether a layer is shown, as far as the file says so; a rule over layers may name one alone. */
const shownBy = (layers: Layers): IsShown => {
  return (group: ContentGroup) => {
    if (group === null) return true
    return layers.isVisible(group.type === 'OCMD' && group.id !== undefined ? { ...group, ids: [group.id] } : group)
  }
}

type FieldText = {
  readonly rect?: readonly number[]
  readonly subtype?: string
  readonly hasAppearance?: boolean
  readonly hidden?: boolean
}

/** Annotations that a program for PDF shows and the library does not draw: fields and remarks without a drawing of their own, what is to be blacked out. */
const isUndrawn = (annotation: Record<string, unknown> & FieldText): boolean => {
  const { subtype, hasAppearance, hidden } = annotation
  if (hidden || (hasAppearance && subtype !== 'Redact')) return false
  const text = annotation.fieldValue ?? (annotation.contentsObj as { str?: unknown } | undefined)?.str
  return subtype === 'Redact' || ((subtype === 'Widget' || subtype === 'FreeText') && typeof text === 'string' && text.trim() !== '')
}

const undrawnOf = async (page: PDFPageProxy): Promise<Box[]> => {
  const annotations: readonly (Record<string, unknown> & FieldText)[] = await page.getAnnotations({ intent: 'display' })
  return annotations.filter(isUndrawn).flatMap(({ rect }) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = rect ?? []
    return rect === undefined ? [] : [{ left, top, right, bottom }]
  })
}

/** A page that stands in its list whole, and is named nowhere, has none. */
const referenceOf = ({ ref }: { readonly ref: { readonly num: number; readonly gen: number } | null }): string | undefined =>
  ref === null ? undefined : `${ref.num} ${ref.gen}`

type PageTools = Pick<PageOperators, 'isShown' | 'hasOpaquePictures'> & { readonly setFont: number; readonly annotationMode: number }

const pageOperators = async (
  document: PDFDocumentProxy,
  number: number,
  { setFont, annotationMode, isShown, hasOpaquePictures }: PageTools,
): Promise<PageOperators> => {
  const page = await document.getPage(number)
  const [{ fnArray, argsArray }, unread] = await Promise.all([page.getOperatorList({ annotationMode }), undrawnOf(page)])
  const names = new Set<string>()
  fnArray.forEach((code, index) => {
    if (code === setFont) names.add(String(argsArray[index]?.[0]))
  })
  const fonts = await Promise.all(
    Array.from(names, async (name) => {
      const font = await new Promise<PdfFont | undefined>((resolve) => page.commonObjs.get(name, resolve))
      return [name, plainFont(font)] as const
    }),
  )
  const result = {
    functions: fnArray,
    operands: argsArray,
    fonts: new Map(fonts),
    reference: referenceOf(page),
    view: page.view,
    isShown,
    hasOpaquePictures,
    unread,
  }
  page.cleanup()
  return result
}
