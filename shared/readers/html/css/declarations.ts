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
  ...['filter', 'inset', 'translate', 'scale', 'rotate', 'overflow-x', 'overflow-y', 'float', 'order', 'flex-direction', 'flex-flow'],
  ...['font-variant-position', 'font-feature-settings', 'mask', 'mask-image', '-webkit-mask', 'mix-blend-mode'],
])
/** They matter where they draw letters far to the left alone, as few pages do. */
const NEGATIVE = new Set(['margin', 'margin-left', 'margin-right', 'margin-inline-start', 'letter-spacing'])

const DECLARATION = /([\w-]+)\s*:\s*((?:[^;"'(]|"[^"]*"|'[^']*'|\((?:[^()]|\([^()]*\))*\))+)/g
const IMPORTANT = /\s*!\s*important\s*$/i

/** Later ones win, unless an earlier one is `!important`; names are in lower case, important ones end in `!`. */
export const declarationsOf = (text: string): Declarations | undefined => {
  let found: Record<string, string> | undefined
  for (const [, name = '', value = ''] of text.matchAll(DECLARATION)) {
    const property = name.toLowerCase()
    if (!MATTERS.has(property) && !(NEGATIVE.has(property) && value.includes('-'))) continue
    found ??= {}
    const plain = property === 'content' || property === 'font-feature-settings' ? value.trim() : value.trim().toLowerCase()
    found[IMPORTANT.test(value) ? `${property}!` : property] = plain.replace(IMPORTANT, '')
  }
  return found
}
