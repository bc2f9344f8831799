/**
 * Groups that are no text of the report: tables of fonts, colours and lists, running heads, notes, data of programs, second choices. Those that
 * should be opened with \* are not always.
 */
const SKIPPED = new Set(
  `aftncn aftnsep aftnsepc annotation atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart background bkmkend bkmkstart
  blipuid colorschememapping datafield datastore defchp defpap docvar falt ffentrymcr ffexitmcr ffformat ffhelptext ffname ffstattext
  filetbl fontemb fontfile footer footerf footerl footerr footnote ftncn ftnsep ftnsepc generator gridtbl header headerf headerl headerr
  htmltag info keycode latentstyles leveltext levelnumbers lfolevel list listlevel listname listoverride listoverridetable listpicture
  liststylename listtable mailmerge mmathPict nextfile nonesttables nonshppict objalias objclass objdata objname objsect objtime
  oldcprops oldpprops oldsprops oldtprops panose password passwordhash pgptbl picprop pn pnseclvl pntxta pntxtb private propname protend
  protstart protusertbl pxe revtbl rsidtbl rxe shprslt sn staticval svb tc template themedata txe userprops wgrffmtfilter windowcaption
  writereservation writereservhash xe xmlattrname xmlattrvalue xmlname xmlnstbl`.split(/\s+/),
)

/** Groups opened by \* ("skip it unless you know it") that hold text, or lead to it. */
const KEPT_THOUGH_STARRED = new Set(
  `do ffdeftext ffl fldinst fldrslt formfield listtext mmath moMath moMathPara nesttableprops pntext shpinst shppict shptxt ud`.split(
    /\s+/,
  ),
)

/** Properties of the parts of an equation, such as msSupPr. */
const isEquationProperty = (word: string): boolean => word.startsWith('m') && word.endsWith('Pr')

/** Whether a word opens a group that holds nothing of the report; `starred`: \* stands at the head of the group, before the word. */
export const isSkipped = (word: string, starred: boolean): boolean =>
  SKIPPED.has(word) || isEquationProperty(word) || (starred && !KEPT_THOUGH_STARRED.has(word))

/**
 * What becomes of the text of a group. `silent`: the value of a shape's property, which may be a picture. `number`: printed before a
 * paragraph. `instruction`: what a field is to do; `form`, `choice` and `standard-text`: what a field of a form keeps.
 */
export type Destination =
  | 'body'
  | 'skip'
  | 'silent'
  | 'fonts'
  | 'colors'
  | 'styles'
  | 'number'
  | 'instruction'
  | 'form'
  | 'choice'
  | 'standard-text'

/** Words that open a group with a destination of its own. */
export const DESTINATIONS = new Map<string, Destination>([
  ['fonttbl', 'fonts'],
  ['colortbl', 'colors'],
  ['stylesheet', 'styles'],
  ['listtext', 'number'],
  ['pntext', 'number'],
  ['sv', 'silent'],
  ['fldinst', 'instruction'],
  ['formfield', 'form'],
  ['ffl', 'choice'],
  ['ffdeftext', 'standard-text'],
])

/** Boxes of text, of new and of old drawings. */
export const TEXT_BOXES = new Set(['shptxt', 'dptxbxtext'])

/** Parts of equations that set figures otherwise than in a line; raised and lowered ones are kept apart from what they stand at. */
export const EQUATION_PARTS = new Set(
  'macc mbar mborderBox md meqArr mf mfunc mgroupChr mlimLow mlimUpp mm mnary mphant mrad msPre'.split(' '),
)

const OPENING = new Set(['field', 'pict', ...SKIPPED, ...DESTINATIONS.keys(), ...TEXT_BOXES, ...EQUATION_PARTS])

/** Whether a word without \* may say what becomes of its group: most only set letters. */
export const mayOpen = (word: string): boolean => OPENING.has(word) || isEquationProperty(word)
