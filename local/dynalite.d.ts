declare module 'dynalite' {
  import type { Server } from 'node:http'

  /** An embedded DynamoDB; in memory unless `path` names a folder. */
  const dynalite: (options?: { readonly path?: string; readonly createTableMs?: number }) => Server
  export default dynalite
}
