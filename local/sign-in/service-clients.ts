import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import type { ClientMetadata } from 'oidc-provider'
import { DEMO_AGENCY } from '../demo.ts'
import { writeDurably } from '../durable-files.ts'
import type { ServiceKey } from '../service-key.ts'

const PREFIX = 'service-'

/** The agency that a service client files for. */
export const agencyOfClient = (clientId: string): string | undefined =>
  clientId.startsWith(PREFIX) ? clientId.slice(PREFIX.length) || undefined : undefined

type Credentials = { readonly client_id: string; readonly client_secret: string }

/** Every agency has a client, whose secret follows from the key of the data folder. */
export const serviceClientOf = (agencyId: string, { secretAccessKey }: ServiceKey): Credentials => ({
  client_id: `${PREFIX}${agencyId}`,
  client_secret: createHmac('sha256', secretAccessKey).update(`client ${agencyId}`).digest('base64url'),
})

export const clientMetadata = (agencyId: string, key: ServiceKey): ClientMetadata => ({
  ...serviceClientOf(agencyId, key),
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
  token_endpoint_auth_method: 'client_secret_basic',
})

/** Writes what the demo agency's own system would be given, where nobody but the owner of the folder reads it. */
export const noteServiceClient = (folder: string, key: ServiceKey): Promise<void> =>
  writeDurably(join(folder, 'service-client.json'), JSON.stringify(serviceClientOf(DEMO_AGENCY.id, key), null, 2))
