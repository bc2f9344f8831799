import type { Traces } from '../document/reading.ts'

const named = (names: readonly string[]): string => (names.length === 0 ? '' : `(${names.join('、')})`)

/** What a file tells of people beside its text, in words. */
export const traceWords = (traces: Traces | undefined): string[] =>
  traces === undefined
    ? []
    : [
        traces.comments === 0 ? '' : `文件中有${traces.comments}条批注${named(traces.commenters)},没有读取`,
        traces.people.length === 0 ? '' : `文件属性中写有作者或最后保存的人:${traces.people.join('、')}`,
        traces.organisations.length === 0 ? '' : `文件属性中写有单位:${traces.organisations.join('、')}`,
      ].filter(Boolean)
