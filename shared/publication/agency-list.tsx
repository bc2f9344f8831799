import { agencyAddress, linkFrom } from './addresses.ts'
import type { ListedAgency } from './listed-agency.ts'

type AgencyListProps = {
  /** Address of the page that shows the list. */
  readonly from: string
  readonly agencies: readonly ListedAgency[]
}

/** Agencies with links to their pages, and how many reports each has. */
export const AgencyList = ({ from, agencies }: AgencyListProps) => (
  <ul>
    {agencies.map(({ agencyId, agencyName, count }) => (
      <li key={agencyId}>
        <a href={linkFrom(from)(agencyAddress(agencyId))}>{agencyName}</a>
        {`(${count}份)`}
      </li>
    ))}
  </ul>
)
