const hex = (value: number): string => Math.min(Math.max(value, 0), 255).toString(16).padStart(2, '0').toUpperCase()

const MOST_COLORS = 1_000

/** The colours of a file, by their number: `RRGGBB`; none where the reader is to choose. */
export const startColors = () => {
  const colors: (string | undefined)[] = []
  let parts: Record<string, number> = {}
  return {
    /** A word inside the table of colours. */
    define: (word: string, value = 0) => {
      if (word === 'red' || word === 'green' || word === 'blue') parts[word] = value
    },
    /** Text inside the table: each semicolon ends a colour. */
    end: (text: string) => {
      for (const letter of text) {
        if (letter !== ';' || colors.length >= MOST_COLORS) continue
        const { red = 0, green = 0, blue = 0 } = parts
        colors.push(Object.keys(parts).length === 0 ? undefined : hex(red) + hex(green) + hex(blue))
        parts = {}
      }
    },
    at: (index: number | undefined): string | undefined => (index === undefined ? undefined : colors[index]),
  }
}

export type Colors = ReturnType<typeof startColors>
