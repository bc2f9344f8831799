/** The portal as a client of the provider, where the provider lets us choose its name. */
export const PORTAL_CLIENT = 'portal'
