/** What a rule or a `style` attribute states, of what matters to whether and how text is seen. */
export type Declarations = Readonly<Record<string, string>>

const MATTERS = new Set([
  ...['display', 'visibility', 'opacity', 'font-size', 'font', 'color', 'background', 'background-color', 'background-image'],
  ...[
    'clip',
    'clip-path',
    'text-indent',
    'position',
    'left',
    'top',
    'right',
    'bottom',
    'width',
    'height',
    'max-width',
    'max-height',
    'overflow',
  ],
  ...[
    'transform',
    'vertical-align',
    'text-decoration',
    'text-decoration-line',
    'direction',
    'unicode-bidi',
    'content',
    'content-visibility',
  ],
  ...['-webkit-text-fill-color', 'mso-hide', 'mso-element', 'mso-text-raise'],
])

const DECLARATION = /([\w-]+)\s*:\s*((?:[^;"'(]|"[^"]*"|'[^']*'|\([^)]*\))+)/g
const IMPORTANT = /\s*!\s*important\s*$/i

/** Later ones win, unless an earlier one is `!important`; names are in lower case, important ones end in `!`. */
export const declarationsOf = (text: string): Declarations | undefined => {
  let found: Record<string, string> | undefined
  for (const [, name = '', value = ''] of text.matchAll(DECLARATION)) {
    const property = name.toLowerCase()
    if (!MATTERS.has(property)) continue
    found ??= {}
    const plain = property === 'content' ? value.trim() : value.trim().toLowerCase()
    found[IMPORTANT.test(value) ? `${property}!` : property] = plain.replace(IMPORTANT, '')
  }
  return found
}
