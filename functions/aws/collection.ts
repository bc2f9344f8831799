import { DeleteCommand, GetCommand, PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import { conditionHolds, getAll, type ItemKey, queryAll, type Table } from './table.ts'

type Condition = Pick<PutCommandInput, 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'>

/** A schema for every field, the optional ones too: one that were left out would be dropped from what is read. */
export type Fields<Value> = { readonly [Name in keyof Value]-?: z.ZodMiniType }

/** Raised when older builds could no longer read what is written. Items of before there were numbers have none, and the form of 1. */
const numbered = (newest: number) => z.looseObject({ schema: z.optional(z.int().check(z.gte(1), z.lte(newest))) })

/** Items of one kind in the table: how their key is made, and what they hold. What is read is parsed, so that a wrong item fails where it is read. */
export const collection = <Parts extends readonly unknown[], Value extends object>(
  table: Table,
  keyOf: (...parts: Parts) => ItemKey,
  Schema: z.ZodMiniType<Value>,
  /** The number, where it is not 1 any more, and how values of that form are written. */
  { schema = 1, asWritten = (value) => value }: { schema?: number; asWritten?: (value: Value) => object } = {},
) => {
  const { client, TableName } = table
  const Numbered = numbered(schema)
  /** Drops what the schema does not name: keys, attributes of indexes, the number. */
  const fromItem = (item: Record<string, unknown>): Value => Schema.parse(Numbered.parse(item))
  return {
    fromItem,

    async load(...parts: Parts): Promise<Value | undefined> {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(...parts), ConsistentRead: true }))
      return Item && fromItem(Item)
    },

    /** Those that are there, in any order; may lag a moment behind. */
    async loadAll(all: readonly Parts[]): Promise<Value[]> {
      return (
        await getAll(
          table,
          all.map((parts) => keyOf(...parts)),
        )
      ).map(fromItem)
    },

    /** Adds or replaces, with attributes for the indexes beside the value; false where the condition does not hold. */
    put(parts: Parts, value: Value, { condition, indexed }: { condition?: Condition; indexed?: object } = {}): Promise<boolean> {
      const Item = { ...keyOf(...parts), schema, ...indexed, ...asWritten(value) }
      return conditionHolds(client.send(new PutCommand({ TableName, Item, ...condition })))
    },

    remove(parts: Parts, condition: Condition = {}): Promise<boolean> {
      return conditionHolds(client.send(new DeleteCommand({ TableName, Key: keyOf(...parts), ...condition })))
    },

    /** All of a partition, by sort key. */
    async under(pk: string, { ConsistentRead = true } = {}): Promise<Value[]> {
      const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk }, ConsistentRead }
      return (await queryAll(table, query)).map(fromItem)
    },
  }
}

export const unlessThere: Condition = { ConditionExpression: 'attribute_not_exists(pk)' }

export const unlessLater = (version: number): Condition => ({
  ConditionExpression: 'attribute_not_exists(pk) OR #version <= :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':version': version },
})
