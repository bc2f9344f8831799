/** Where in the portal one is; it stands in the address behind `#`. */
export type Route = { readonly page: 'home' } | { readonly page: 'rules' } | { readonly page: 'submission'; readonly id: string }

export const routeOf = (hash: string): Route => {
  if (hash === '#/rules') return { page: 'rules' }
  const id = /^#\/submissions\/([^/]+)$/.exec(hash)?.[1]
  return id === undefined ? { page: 'home' } : { page: 'submission', id: decodeURIComponent(id) }
}

export const HOME_LINK = '#/'
export const RULES_LINK = '#/rules'
export const submissionLink = (id: string): string => `#/submissions/${encodeURIComponent(id)}`
