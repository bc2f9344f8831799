import type { IdRange, Part } from '../publication/list-parts.ts'
import type { ListedAgency } from '../publication/listed-agency.ts'
import type { Publication } from '../submission/submission.ts'

/** That the lists of the site do not show yet what became of a publication. */
export type Mark = {
  readonly agencyId: string
  readonly agencyName: string
  readonly year: number
  readonly submissionId: string
  /** ISO instant of the change: of a later one the mark is another. */
  readonly due: string
  /** The publication is out of public. */
  readonly withdrawn?: true | undefined
  /** Another version was published or withdrawn at the same time, and may have written the page of the current version last. */
  readonly contested?: true | undefined
}

/** What stands in public, one entry for agency and year. Every change is marked, by the same write, until the lists show it. */
export type PublicationStore = {
  load(agencyId: string, year: number): Promise<Publication | undefined>
  /**
   * Replaces the entry unless a later version already stands there; false then. `over` is the submission that stood there when the page of the current
   * version was written, if any: where it is another by now, the mark is a contested one. `at` is an ISO instant.
   */
  put(publication: Publication, change: { readonly at: string; readonly over: string | undefined }): Promise<boolean>
  /** Takes the entry out of public where it is still that of this submission; where it is not, the one that stands is marked as contested. */
  withdraw(publication: Publication, at: string): Promise<void>
  /** By agency id; sees every `put` that was answered. */
  ofYear(year: number, range?: IdRange): Promise<Publication[]>
  /** Marks that were made up to an ISO instant, oldest first, not more than `atMost`; may lag a moment behind. */
  marked(upTo: string, atMost: number): Promise<Mark[]>
  /** Takes a mark away that the lists show; one that was made anew meanwhile stays. */
  settle(mark: Mark): Promise<void>
  /** Moves entries that builds before 0.2 kept under a single key to where they lie now, and marks them; resolves with how many there were. */
  moveEarlier(at: string): Promise<number>
}

/** What stands in the lists of the site. Only who has begun to write them saves here. */
export type SiteStore = {
  /**
   * Lets one write the lists at a time, until `until` at the latest: undefined where another is at it. `broken` where the one before did not end well, so that
   * nobody knows which files it wrote. Both are ISO instants.
   */
  begin(run: string, at: string, until: string): Promise<'begun' | 'broken' | undefined>
  /** Ends what this one began, unless another has taken over. */
  end(run: string, how: 'done' | 'broken'): Promise<void>
  /** By number. */
  parts(list: string): Promise<Part[]>
  savePart(list: string, part: Part): Promise<void>
  agency(id: string): Promise<ListedAgency | undefined>
  saveAgency(agency: ListedAgency): Promise<void>
  /** By id; sees every `saveAgency` that was answered. */
  agencies(range?: IdRange): Promise<ListedAgency[]>
}
