type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Text that was half written, by person and place: a session that ends, or another page, loses none. Gone with the tab. */
export const draftsOf = (keep: Keep, person: string) => {
  const mine = `nianbao-draft ${person} `
  const keys = (): string[] => Array.from({ length: keep.length }, (_, index) => keep.key(index) ?? '')
  return {
    read: (place: string): string | null => keep.getItem(mine + place),
    write: (place: string, text: string): void => (text === '' ? keep.removeItem(mine + place) : keep.setItem(mine + place, text)),
    forget: (place: string): void => keep.removeItem(mine + place),
    forgetAll: (): void => {
      for (const key of keys()) if (key.startsWith(mine)) keep.removeItem(key)
    },
  }
}

export type Drafts = ReturnType<typeof draftsOf>
