import * as z from 'zod/mini'
import type { Assessment, Disagreement, Provenance, Repair, RepairHint } from '../../shared/assessment/assessment.ts'
import type { Block, Format } from '../../shared/document/document.ts'
import type { Reading, Remark, UnreadableReason } from '../../shared/document/reading.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import type { Edition } from '../../shared/form/edition.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Passage, Report, ReportTable, Section } from '../../shared/report/report.ts'
import { assessmentKey, documentKey, reportKey } from '../../shared/submission/keys.ts'
import { jsonFile } from './json-file.ts'

/*
 * What the functions leave in the private bucket of one submission. Only its top is looked at, and its schema number: below lie some ten thousand
 * values, which a whole parse would take longer over than `JSON.parse`, and nobody but `write` puts anything under these keys. A change of the form
 * of what lies below needs a new schema number all the same.
 */
const word = <Word extends string>() => z.custom<Word>((value) => typeof value === 'string')
const list = <Item>() => z.custom<readonly Item[]>(Array.isArray)
const part = <Part extends object>() => z.custom<Part>((value) => typeof value === 'object' && value !== null)
const limit = z.exactOptional(z.string())

const ReadingSchema: z.ZodMiniType<Reading> = z.union([
  z.looseObject({ unreadable: word<UnreadableReason>(), format: z.nullable(word<Format>()), limit }),
  z.looseObject({ document: z.looseObject({ format: word<Format>(), blocks: list<Block>() }), remarks: list<Remark>() }),
])

const REPORT = z.looseObject({
  format: z.nullable(word<Format>()),
  unreadable: z.nullable(z.looseObject({ reason: word<UnreadableReason>(), limit })),
  remarks: list<Remark>(),
  edition: z.nullable(word<Edition>()),
  title: z.nullable(part<Passage>()),
  agency: z.nullable(z.string()),
  year: z.nullable(z.int()),
  sections: list<Section>(),
  preface: list<Passage>(),
  tables: z.looseObject({ 2: part<ReportTable>(), 3: part<ReportTable>(), 4: part<ReportTable>() }),
})

const provenance = { sha256: z.nullable(z.string()), ruleSet: z.string(), engine: z.string() } satisfies Record<keyof Provenance, unknown>

const judged = { ...provenance, findings: list<Finding>(), disagreements: list<Disagreement>(), remarks: list<Remark>() }

/** Before schema 2 there was one hint at most, of one cell, for all the sums that do not hold. */
const AssessmentSchema: z.ZodMiniType<Assessment> = z.union([
  z.looseObject({ ...judged, repairs: list<RepairHint>() }),
  z.pipe(
    z.looseObject({ ...judged, repair: z.nullable(part<Repair>()) }),
    z.transform(({ repair, ...assessment }): Assessment => {
      const mends = assessment.disagreements.map(({ rule, name }) => ({ rule, name }))
      return { ...assessment, repairs: repair === null ? [] : [{ changes: [repair], mends }] }
    }),
  ),
])

/** What publication needs, in one object: the report with what was made of it. Before, an assessment had but an object of its own. */
type Judged = { readonly report: Report; readonly assessment: Assessment | undefined }

const JudgedSchema: z.ZodMiniType<Judged> = z.pipe(
  z.extend(REPORT, { assessment: z.optional(AssessmentSchema) }),
  z.transform(({ assessment, ...report }): Judged => ({ report: report as Report, assessment })),
)

const ReportSchema: z.ZodMiniType<Report> = z.pipe(
  REPORT,
  z.transform(({ assessment: _, ...report }) => report as unknown as Report),
)

export const readings = jsonFile(documentKey, ReadingSchema)
export const reports = jsonFile(reportKey, ReportSchema)
export const assessments = jsonFile(assessmentKey, AssessmentSchema, 2)

/** Report and assessment together: written once, and read by one request where both are needed. */
export const judgedReports = {
  async read(
    files: Pick<Files, 'read'>,
    submission: string,
  ): Promise<{ readonly report: Report; readonly assessment: Assessment } | undefined> {
    const judged = await jsonFile(reportKey, JudgedSchema).read(files, submission)
    const assessment = judged?.assessment ?? (judged && (await assessments.read(files, submission)))
    return judged && assessment && { report: judged.report, assessment }
  },

  async write(files: Files, submission: string, report: Report, assessment: Assessment): Promise<void> {
    await Promise.all([
      jsonFile(reportKey, REPORT).write(files, submission, { ...report, assessment }),
      assessments.write(files, submission, assessment),
    ])
  },
}
