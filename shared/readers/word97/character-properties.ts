import type { ByteView } from '../compound-file/byte-view.ts'
import { modifiersOf } from './modifiers.ts'

export type CharacterProperties = {
  /** The code stands for something else than its letter: a picture, a field's mark. */
  special: boolean
  /** A code 1 that holds data of a form field and is no picture. */
  fieldData: boolean
  deleted: boolean
  inserted: boolean
  hidden: boolean
}

const SWITCHES = new Map<number, keyof CharacterProperties>([
  [0x0855, 'special'],
  [0x0806, 'fieldData'],
  [0x0800, 'deleted'],
  [0x0801, 'inserted'],
  [0x083c, 'hidden'],
])
const OPPOSITE_OF_STYLE = 0x81

/** What lists of property changes, laid one over the other, make of a character; styles are not asked. */
export const characterProperties = (lists: readonly (ByteView | undefined)[]): CharacterProperties => {
  const properties: CharacterProperties = { special: false, fieldData: false, deleted: false, inserted: false, hidden: false }
  for (const list of lists) {
    if (list === undefined) continue
    for (const { code, at } of modifiersOf(list)) {
      const name = SWITCHES.get(code)
      if (name !== undefined) properties[name] = list.u8(at) === 1 || list.u8(at) === OPPOSITE_OF_STYLE
    }
  }
  return properties
}
