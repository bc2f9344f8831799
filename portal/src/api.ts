import { type Client, createClient } from '../../shared/http-api/client.ts'
import { failureOf, networkFailure } from './failure.ts'
import type { Provider } from './sign-in/protocol.ts'

declare global {
  interface Window {
    /** Set by `config.js`, which whoever hosts the portal may serve. */
    NIANBAO?: { readonly apiUrl?: string; readonly signIn?: Provider }
  }
}

export type Api = Client

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Speaks with the HTTP functions; whatever fails is a `Failure` with words. */
export const createApi = (
  apiUrl: string,
  token: string | (() => Promise<string>),
  fetchFrom: Fetch = (url, init) => fetch(url, init),
): Api =>
  createClient(
    {
      apiUrl,
      token,
      fetch: (url, init) =>
        fetchFrom(url, init).catch(() => {
          throw networkFailure()
        }),
    },
    failureOf,
  )

/** For what must arrive although the page is left meanwhile: no more than 64 KB. */
export const lastingFetch: Fetch = (url, init) => fetch(url, { ...init, keepalive: true })

export const apiUrlOf = ({ NIANBAO }: Pick<Window, 'NIANBAO'>): string => (NIANBAO?.apiUrl ?? '/api').replace(/\/+$/, '')
