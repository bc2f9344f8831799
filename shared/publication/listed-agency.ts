/** An agency as the lists of the site know it. It stays, and so does its page, when its last publication is withdrawn. */
export type ListedAgency = {
  readonly agencyId: string
  readonly agencyName: string
  /** Every year that something was published for, the newest first. */
  readonly years: readonly number[]
  /** How many of them have a publication now. */
  readonly count: number
  /** Hash of each file that was written last, by its path. */
  readonly written: Readonly<Record<string, string>>
}
