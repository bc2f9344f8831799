import { linkFrom } from './addresses.ts'
import type { PartShows } from './list-parts.ts'

export type LinkedPart = { readonly address: string; readonly shows: PartShows }

type PartListProps = {
  /** Address of the page that links to them. */
  readonly from: string
  readonly parts: readonly LinkedPart[]
}

/** Links to the parts of a list that is too long for one page, each by the first and the last agency in it. */
export const PartList = ({ from, parts }: PartListProps) => (
  <ol class="parts">
    {parts.map(({ address, shows: { first, last, count } }) => (
      <li key={address}>
        <a href={linkFrom(from)(address)}>{first === last ? first : `${first} 至 ${last}`}</a>
        {`(${count}个机关)`}
      </li>
    ))}
  </ol>
)

/** Parts that list nothing keep their pages, but no link leads there. */
export const shown = <Listed extends { readonly shows: PartShows }>(parts: readonly Listed[]): Listed[] =>
  parts.filter(({ shows }) => shows.count > 0)
