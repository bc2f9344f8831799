import type { CellRef } from '../../shared/form/edition.ts'
import type { DecoyKind } from './decoys.ts'
import type { TitleWording } from './print/titles.ts'

/** How the same report may be printed otherwise than the form asks. All may stand together. */
export type Variants = {
  readonly title?: TitleWording
  /** Paragraphs between the title and section 一. */
  readonly preface?: boolean
  readonly brackets?: 'half-width' | 'full-width'
  /** `1、` for `1.` */
  readonly numbering?: '.' | '、'
  readonly spacedLabels?: boolean
  /** Labels of tables 二 and 三 printed otherwise, by what the form calls them. */
  readonly labels?: Readonly<Record<string, string>>
  readonly digits?: 'half-width' | 'full-width' | 'other-scripts'
  /** Marks that nobody sees in title, headings, text, labels and figures. */
  readonly unseenLetters?: boolean
  readonly thousands?: boolean
  /** `22(其中修订16件)`, `1276.5534万元` in two cells of table 二. */
  readonly remarks?: boolean
  /** Amounts of table 二 in another unit, which stands in their cells. */
  readonly amountsIn?: '元' | '亿元'
  /** The head of table 四 as 结果 | 其他 | 尚未. */
  readonly shortTableFour?: boolean
  /** Tables 三 and 四 without their head rows. */
  readonly headsLost?: boolean
  /** The headings of sections 二, 三 and 四 as the first row of their tables. */
  readonly headingsInTables?: boolean
  /** Points of section 一 under the official titles of other sections. */
  readonly subHeadings?: boolean
  /** A line right behind table 二. */
  readonly noteUnderTwo?: string
  /** What a page prints below a report: its files, a code to scan. */
  readonly pageFurniture?: boolean
  /** Rows of (六) as the single one of the trial form. */
  readonly singleOtherRow?: boolean
  /** Letters beside some figures that are no part of them; formats that cannot set such letters print the figures alone. */
  readonly decoys?: DecoyKind
  readonly cells?: readonly PrintedCell[]
  /** Rows not printed: of table 三 by its row, of table 二 by the item's index in `TABLE_TWO`. */
  readonly rowsLeftOut?: readonly { readonly table: 2 | 3; readonly row: number }[]
  /** A row of table 三 that is printed a second time, with `by` added to its first figure. */
  readonly rowTwice?: { readonly row: number; readonly by: number }
}

/** A cell that prints something else than its figure, and what may be read from it. */
type PrintedCell = { readonly cell: CellRef; readonly text: string; readonly value: number | null }
