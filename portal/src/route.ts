/** Where in the portal one is; it stands in the address behind `#`. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'rules' }
  | { readonly page: 'board'; readonly search: string }
  | { readonly page: 'agencies' }
  | { readonly page: 'submission'; readonly id: string }
  | { readonly page: 'roll-up'; readonly id: string }

export const routeOf = (hash: string): Route => {
  if (hash === '#/rules') return { page: 'rules' }
  const board = /^#\/board(?:\?(.*))?$/.exec(hash)
  if (board !== null) return { page: 'board', search: board[1] ?? '' }
  if (hash === AGENCIES_LINK) return { page: 'agencies' }
  const parent = /^#\/agencies\/([^/]+)\/rollup$/.exec(hash)?.[1]
  if (parent !== undefined) return { page: 'roll-up', id: decodeURIComponent(parent) }
  const id = /^#\/submissions\/([^/]+)$/.exec(hash)?.[1]
  return id === undefined ? { page: 'home' } : { page: 'submission', id: decodeURIComponent(id) }
}

export const HOME_LINK = '#/'
export const RULES_LINK = '#/rules'
export const AGENCIES_LINK = '#/agencies'
export const BOARD_LINK = '#/board'
export const rollUpLink = (id: string): string => `#/agencies/${encodeURIComponent(id)}/rollup`
