/** What a selector asks of an attribute: `[hidden]`, `[data-state="off"]`, `[class*=hide i]`. */
export type AttributeTest = {
  readonly name: string
  readonly sign: string
  readonly value: string
  readonly anyCase: boolean
}

const TEST = /^\[\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))\s*([is])?\s*)?\]$/i
/** Values of these are alike in any case, as HTML has it. */
const ANY_CASE = new Set(['align', 'bgcolor', 'color', 'dir', 'type', 'text', 'media'])

export const attributeTest = (text: string): AttributeTest | undefined => {
  const [matched, name = '', sign = '', double, single, bare, flag] = TEST.exec(text) ?? []
  if (matched === undefined) return undefined
  const lower = name.toLowerCase()
  return { name: lower, sign, value: double ?? single ?? bare ?? '', anyCase: flag?.toLowerCase() === 'i' || ANY_CASE.has(lower) }
}

const TESTS: Readonly<Record<string, (stated: string, wanted: string) => boolean>> = {
  '=': (stated, wanted) => stated === wanted,
  '~=': (stated, wanted) => stated.split(/\s+/).includes(wanted),
  '|=': (stated, wanted) => stated === wanted || stated.startsWith(`${wanted}-`),
  '^=': (stated, wanted) => wanted !== '' && stated.startsWith(wanted),
  '$=': (stated, wanted) => wanted !== '' && stated.endsWith(wanted),
  '*=': (stated, wanted) => wanted !== '' && stated.includes(wanted),
}

export const isMet = ({ name, sign, value, anyCase }: AttributeTest, attributes: Readonly<Record<string, string>>): boolean => {
  const stated = Object.hasOwn(attributes, name) ? attributes[name] : undefined
  if (stated === undefined) return false
  if (sign === '') return true
  return TESTS[sign]?.(anyCase ? stated.toLowerCase() : stated, anyCase ? value.toLowerCase() : value) ?? false
}
