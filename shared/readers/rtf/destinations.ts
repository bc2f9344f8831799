/** Groups that are no text of the report: tables of fonts and colours, running heads, notes, instructions of fields, second choices. */
const SKIPPED = new Set(
  `annotation colortbl fldinst filetbl footer footerf footerl footerr footnote header headerf headerl headerr info nonesttables
  nonshppict objdata pn private rxe shprslt sn stylesheet tc txe xe`.split(/\s+/),
)

/** Groups opened by \* ("skip it unless you know it") that hold text, or lead to it. */
const KEPT_THOUGH_STARRED = new Set(['fldrslt', 'listtext', 'nesttableprops', 'pntext', 'shpinst', 'shppict', 'shptxt', 'ud'])

export const isSkipped = (word: string, starred: boolean): boolean => SKIPPED.has(word) || (starred && !KEPT_THOUGH_STARRED.has(word))

/** What becomes of the text of a group. `silent`: the value of a shape's property, which may be a picture. `number`: printed before a paragraph. */
export type Destination = 'body' | 'skip' | 'silent' | 'fonts' | 'number'

/** Words that open a group with a destination of its own. */
export const DESTINATIONS = new Map<string, Destination>([
  ['fonttbl', 'fonts'],
  ['listtext', 'number'],
  ['pntext', 'number'],
  ['sv', 'silent'],
])
