import { Parser } from 'htmlparser2'

export type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; text: string }

/** Every element of a page in document order, with all the text inside it, as a browser would have it. */
export const elementsOf = (html: string): Element[] => {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const element = { name, attributes, text: '' }
      elements.push(element)
      open.push(element)
    },
    ontext: (text) => {
      for (const element of open) element.text += text
    },
    onclosetag: () => void open.pop(),
  })
  parser.end(html)
  return elements
}

/** All that a page says. */
export const textOf = (html: string): string => elementsOf(html).find(({ name }) => name === 'body')?.text ?? ''
