import type { CharacterMap } from '../shared/readers/character-map.ts'

/** Fetches character maps from the folder in which the build lays them beside the page. */
export const characterMapFrom =
  (folder: string): CharacterMap =>
  async (file) => {
    const response = await fetch(new URL(file, folder))
    if (!response.ok) throw new Error(`Character map ${file}: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }
