import { type SectionNumber, sectionHeading } from '../form/sections.ts'
import type { Section } from '../report/report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** The most sections that already stand in order: the others are the ones to move. */
const longestInOrder = (sections: readonly Section[]): readonly Section[] => {
  const best: Section[][] = []
  for (const section of sections) {
    const before = best.filter((run) => (run.at(-1)?.number ?? 0) < section.number).toSorted((a, b) => b.length - a.length)
    best.push([...(before[0] ?? []), section])
  }
  return best.toSorted((a, b) => b.length - a.length)[0] ?? []
}

/** Sections 一 to 六 stand in the order of the form. */
export const sectionsInOrder = defineRule({
  id: 'sections-in-order',
  family: 'the form',
  severity: 'error',
  title: '六个部分顺序正确',
  basis: '国办公开办函〔2021〕30号:格式规定六个部分的顺序',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: { ...report, sections: [...report.sections.slice(-1), ...report.sections.slice(0, -1)] } }),
  advice: '六个部分按一至六的顺序排列',
  *check({ sections }) {
    const inOrder = longestInOrder(sections)
    for (const [index, section] of sections.entries()) {
      if (inOrder.includes(section)) continue
      const neighbour = (sections[index - 1] ?? sections[index + 1])?.number ?? section.number
      yield {
        places: [section.place],
        facts: { heading: sectionHeading(section.number), neighbour: sectionHeading(neighbour as SectionNumber) },
      }
    }
  },
  message: ({ heading, neighbour }) => `“${heading}”的位置不对(现与“${neighbour}”相邻)`,
  fix: ({ heading }) => `按一至六的顺序排列,把“${heading}”移到应在的位置`,
})
