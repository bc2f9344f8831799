/** What the operator says of the site; every field has a sensible default. */
export type Site = {
  readonly siteName?: string | undefined
  /** Full address of the home page; pages need it only where a relative link cannot serve. */
  readonly siteUrl?: string | undefined
  /** 政府网站标识码, ten digits. */
  readonly siteIdCode?: string | undefined
}

export const siteNameOf = ({ siteName }: Site): string => siteName ?? '政府信息公开年报'

export const siteDomainOf = ({ siteUrl }: Site): string => (siteUrl !== undefined && URL.canParse(siteUrl) ? new URL(siteUrl).host : '')
