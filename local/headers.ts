type Allowed = {
  /** Origins that a page may ask, beside its own. */
  readonly connect?: readonly string[]
  /** Origins that a form may lead to, beside its own. */
  readonly formTargets?: readonly string[]
}

/** What every page of the local run is answered with: no other host, no script within the page, no frame around it. */
export const STRICT_HEADERS = ({ connect = [], formTargets = [] }: Allowed = {}): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ['connect-src', "'self'", ...connect].join(' '),
    ['form-action', "'self'", ...formTargets].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
})
