type Xml = string | number | boolean | undefined | readonly Xml[] | { readonly [tag: string]: Xml }

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
// A control character would make the document unreadable; as a reference it is at least what S3 sends.
const escaped = (text: string) => text.replace(/[&<>"'\p{Cc}]/gu, (character) => entities[character] ?? `&#${character.charCodeAt(0)};`)

const element = (tag: string, content: Xml): string => {
  if (content === undefined) return ''
  if (Array.isArray(content)) return content.map((one: Xml) => element(tag, one)).join('')
  const inside =
    typeof content === 'object'
      ? Object.entries(content)
          .map(([name, one]) => element(name, one))
          .join('')
      : escaped(String(content))
  return `<${tag}>${inside}</${tag}>`
}

/** An XML document: objects are elements, arrays repeat their element, undefined leaves it out. */
export const xml = (root: string, content: Xml) => `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, content)}`
