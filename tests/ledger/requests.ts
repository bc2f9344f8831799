export const KINDS = ['PUT', 'GET', 'HEAD', 'LIST', 'DELETE', 'read', 'write', 'message', 'mail'] as const
export type Kind = (typeof KINDS)[number]

/** By the name of the command, in either form of the client of the table. */
const KIND_OF: Readonly<Record<string, Kind>> = {
  PutObject: 'PUT',
  CopyObject: 'PUT',
  GetObject: 'GET',
  HeadObject: 'HEAD',
  ListObjectsV2: 'LIST',
  DeleteObject: 'DELETE',
  GetItem: 'read',
  Query: 'read',
  BatchGetItem: 'read',
  PutItem: 'write',
  UpdateItem: 'write',
  DeleteItem: 'write',
  BatchWriteItem: 'write',
  SendMessage: 'message',
  SendMessageBatch: 'message',
  SendEmail: 'mail',
}

export type Input = Readonly<Record<string, unknown>>

/** Plain values and DynamoDB's own, as the client of the document form and the other have them. */
export const plain = (value: unknown): string =>
  typeof value === 'object' && value !== null ? String(Object.values(value)[0]) : String(value ?? '')

export type Key = { readonly pk: unknown; readonly sk: unknown }
const keyText = ({ pk, sk }: Key): string => `${plain(pk)} ${plain(sk)}`

export type Write = { readonly key: Key }
const writesOf = (command: string, input: Input): Write[] => {
  if (command === 'BatchWriteItem') {
    const requests = Object.values(input.RequestItems as Record<string, Input[]>).flat()
    return requests.map(({ PutRequest, DeleteRequest }) => ({
      key: ((PutRequest as Input | undefined)?.Item ?? (DeleteRequest as Input | undefined)?.Key) as Key,
    }))
  }
  return [{ key: (input.Key ?? input.Item) as Key }]
}

const aboutOf = (kind: Kind, command: string, input: Input): string => {
  if (kind === 'write')
    return writesOf(command, input)
      .map(({ key }) => keyText(key))
      .join(', ')
  if (command === 'GetItem') return keyText(input.Key as Key)
  if (command === 'BatchGetItem') {
    const tables = Object.values(input.RequestItems as Record<string, { Keys: Key[] }>)
    return tables.flatMap(({ Keys }) => Keys.map(keyText)).join(', ')
  }
  if (command === 'Query')
    return `${input.IndexName ?? 'table'}: ${Object.values((input.ExpressionAttributeValues ?? {}) as Input)
      .map(plain)
      .join(' ')}`
  if (kind === 'message') return String(input.QueueUrl).replace(/.*\//, '')
  if (kind === 'mail') return 'mail'
  return String(input.Key ?? input.Prefix ?? '')
}

/** What a command asks for; an unknown one is told, so that none goes uncounted. */
export const requestOf = (commandName: string, input: Input) => {
  const command = commandName.replace(/Command$/, '').replace(/^(Get|Put|Update|Delete|BatchGet|BatchWrite)$/, '$1Item')
  const kind = KIND_OF[command]
  if (kind === undefined) throw new Error(`the ledger knows no ${commandName}`)
  return { kind, about: aboutOf(kind, command, input), writes: kind === 'write' ? writesOf(command, input) : [] }
}
