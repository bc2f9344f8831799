import type { ComponentChildren } from 'preact'

/** What scrolls must be reachable by keyboard, also in browsers that do not make it so by themselves. */
const REACHABLE = { tabIndex: 0 }

/** A table that is wider than a narrow screen, and scrolls by itself there. */
export const WideSection = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <section class="wide" aria-label={`${label}(可左右滚动)`} {...REACHABLE}>
    {children}
  </section>
)

/** Heads of a table's columns, in words. */
export const ColumnHeads = ({ heads }: { heads: readonly string[] }) =>
  heads.map((head) => (
    <th key={head} scope="col">
      {head}
    </th>
  ))
