const SHORT = 120
/** A list or an object of plain values, as `JSON.stringify` spreads it over lines. */
const FLAT = /([[{])\n\s+([^[\]{}]*?)\n\s+([\]}])/g

/** JSON for people: a short list or object stands on one line, so that a row of a table is a line. */
export const printJson = (value: unknown): string => {
  const text = JSON.stringify(value, null, 2).replace(FLAT, (spread: string, open: string, inner: string, close: string) => {
    const pad = open === '{' ? ' ' : ''
    const line = `${open}${pad}${inner.replace(/\n\s+/g, ' ')}${pad}${close}`
    return line.length > SHORT ? spread : line
  })
  return `${text}\n`
}
