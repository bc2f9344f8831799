type Allowed = {
  /** Origins that scripts may ask, beside their own. */
  readonly connect?: readonly string[]
  /** Origins that a form may lead to, beside its own. */
  readonly formTargets?: readonly string[]
  /** Mails bring their looks with them, as attributes of their elements. */
  readonly ownStyles?: true
}

/** What pages are answered with: nothing of another host, no script within the page, no frame around it, no address told to the next page. */
export const pageHeaders = ({ connect = [], formTargets = [], ownStyles }: Allowed = {}): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${ownStyles ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "worker-src 'self'",
    ['connect-src', "'self'", ...connect].join(' '),
    ['form-action', "'self'", ...formTargets].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
})

/** What answers that are no pages are sent with. */
export const dataHeaders = (): Record<string, string> => ({
  ...pageHeaders(),
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
})
