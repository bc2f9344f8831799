import { startDeadline } from '../deadline.ts'
import { type ReadLimits, UnreadableError } from '../reader.ts'
import { END, OPEN, TEXT, type XmlScanner } from '../xml/scanner.ts'

/** What a body does where an element begins and where it ends. Elements that have no handler are passed through. */
export type Handler<Body> = { readonly open?: (body: Body) => void; readonly close?: (body: Body) => void }
export type Handlers<Body> = Readonly<Record<string, Handler<Body>>>

type Walk<Body> = {
  readonly handlers: Handlers<Body>
  /** The element without which the part is not what it should be. */
  readonly root: string
  /** Takes text that no handler of its element reads. */
  readonly text?: (body: Body) => void
}

/** Makes the walk of one format: it goes once through the part of a body, in a loop. */
export const walker = <Body extends { readonly xml: XmlScanner; readonly limits: ReadLimits }>({ handlers, root, text }: Walk<Body>) => {
  const byName = new Map(Object.entries(handlers))
  return (body: Body): void => {
    const { xml } = body
    const step = startDeadline(body.limits)
    let isKnown = false
    for (let token = xml.next(); token !== END; token = xml.next()) {
      if (token === TEXT) {
        text?.(body)
        continue
      }
      step()
      const handler = byName.get(xml.name)
      isKnown ||= xml.name === root
      if (token === OPEN) handler?.open?.(body)
      else handler?.close?.(body)
    }
    if (!isKnown) throw new UnreadableError('damaged')
  }
}
