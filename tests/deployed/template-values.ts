type Json = Readonly<Record<string, unknown>>

/** What the resources and parameters of a template are in a run: by the name that `Ref` gives, and by what `Fn::GetAtt` gives as `Name.Attribute`. */
export type Known = (reference: string) => string | undefined

const list = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new Error(`not a list: ${JSON.stringify(value)}`)
  return value
}

/** A value of a template as CloudFormation would hand it on: a text. */
export const textOf = (value: unknown, known: Known): string => {
  if (typeof value !== 'object' || value === null) return String(value)
  const find = (reference: string): string => {
    const found = known(reference)
    if (found === undefined) throw new Error(`the run does not say what ${reference} is`)
    return found
  }
  const [[kind, of] = ['', '']] = Object.entries(value as Json)
  switch (kind) {
    case 'Ref':
      return find(String(of))
    case 'Fn::GetAtt':
      return find(list(of).join('.'))
    case 'Fn::Join': {
      const [separator, parts] = list(of)
      return list(parts)
        .map((part) => textOf(part, known))
        .join(String(separator))
    }
    case 'Fn::Select': {
      const [index, of_] = list(of)
      return splitOf(of_, known)[Number(index)] ?? ''
    }
    default:
      throw new Error(`the run cannot work out ${kind}`)
  }
}

const splitOf = (value: unknown, known: Known): readonly string[] => {
  const [separator, text] = list((value as Json)['Fn::Split'])
  return textOf(text, known).split(String(separator))
}
