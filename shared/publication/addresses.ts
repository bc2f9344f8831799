/** Addresses of the public site, each a folder with an index page. They never change once published. */
export const HOME = '/'
export const agencyAddress = (agencyId: string): string => `/${agencyId}/`
export const yearAddress = (year: number): string => `/years/${year}/`
/** One part of the reports of a year, where they are too many for one page. */
export const yearPartAddress = (year: number, part: number): string => `${yearAddress(year)}${part}/`
/** One part of the agencies, where they are too many for the home page. */
export const agenciesPartAddress = (part: number): string => `/agencies/${part}/`
/** Where the current version of an agency's report of a year is found. */
export const currentAddress = (agencyId: string, year: number): string => `/${agencyId}/${year}/`
/** The permanent page of one version. */
export const versionAddress = (agencyId: string, year: number, version: number): string => `/${agencyId}/${year}/v${version}/`

export const STYLE_SHEET = '/assets/site.css'
/** The open index below a page of the site: all of it below the home page. */
export const indexJson = (address: string): string => `${address}publications.json`
export const indexCsv = (address: string): string => `${address}publications.csv`

/** Makes the links of the page at `from`: relative, so that the site may stand under any address. */
export const linkFrom = (from: string): ((to: string) => string) => {
  const up = '../'.repeat(from.split('/').length - 2) || './'
  return (to) => encodeURI(up + to.slice(1))
}
