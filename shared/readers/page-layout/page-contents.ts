import type { Remark } from '../../document/reading.ts'
import type { Drawing } from './drawing.ts'
import type { PageContent } from './page-content.ts'
import { boxAround } from './regions.ts'
import { seenOf } from './seen.ts'
import { withoutStruck } from './struck.ts'
import { upright } from './upright.ts'
import { withoutWatermarks } from './watermarks.ts'

/** Takes in the pages of a file one by one, and gives what a person sees of them, and what was left out. */
export const startPages = () => {
  const contents: PageContent[] = []
  const remarks = new Set<Remark>()
  return {
    /** `view`: left, bottom, right and top of what is shown of the page. */
    add: (drawing: Drawing, view: readonly number[]): void => {
      const [left = 0, bottom = 0, right = 0, top = 0] = view
      const { glyphs: seen, hidden } = seenOf(
        drawing,
        boxAround([
          [left, bottom],
          [right, top],
        ]),
      )
      const { glyphs, segments, struck } = withoutStruck(seen, drawing.segments)
      if (hidden) remarks.add('hidden-text-left-out')
      if (struck) remarks.add('struck-text-left-out')
      contents.push(upright({ ...drawing, glyphs, segments, view }))
    },
    end: (): { readonly contents: readonly PageContent[]; readonly remarks: readonly Remark[] } => {
      const { contents: unmarked, left } = withoutWatermarks(contents)
      if (left) remarks.add('watermark-left-out')
      return { contents: unmarked, remarks: [...remarks] }
    },
  }
}
