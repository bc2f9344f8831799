import * as z from 'zod/mini'
import { OFFICE } from '../submission/permissions.ts'
import { AgencyList, ImportAnswer, ImportRequest, RollUp } from './agencies.ts'
import { Board } from './board.ts'
import { Deadlines, DeadlinesRequest } from './deadlines.ts'
import { Id, Status } from './fields.ts'
import { Explanation, ExplanationRequest, Waiver, WaiverList, WaiverOf, WaiverRequest } from './findings.ts'
import { ShownReport } from './reports.ts'
import { query, type Route } from './route.ts'
import { ReviewRequest, SubmissionDetail, SubmissionList, SubmissionSummary } from './submissions.ts'
import { FileGranted, UploadGranted, UploadRequest, UploadUnchanged } from './uploads.ts'

const ofId = z.object({ id: Id })
const year = z.exactOptional(z.coerce.number<number>().check(z.int()))

/** Letters of a list of thousands of agencies. */
const AGENCY_LIST_LIMIT = 2 * 1024 * 1024

/** Every route of the API, by the name of what it does. */
export const ROUTES = {
  requestUpload: {
    method: 'POST',
    path: '/submissions',
    summary:
      'Opens a submission for a file of the own agency, and signs its one upload; the very same file again is answered with the earlier submission',
    body: UploadRequest,
    answers: { 200: UploadUnchanged, 201: UploadGranted },
    refuses: [413, 415],
  },
  listSubmissions: {
    method: 'GET',
    path: '/submissions',
    summary:
      'Lists submissions: to clerks those of the own agency and a year, to reviewers those of an agency and year, or all in a status (`passed` where none is named)',
    query: query({ year, status: z.exactOptional(Status), agency: z.exactOptional(Id) }),
    answers: { 200: SubmissionList },
    refuses: [],
  },
  showSubmission: {
    method: 'GET',
    path: '/submissions/{id}',
    summary: 'Shows one submission with its findings and its history',
    params: ofId,
    answers: { 200: SubmissionDetail },
    refuses: [404],
  },
  showReport: {
    method: 'GET',
    path: '/submissions/{id}/report',
    summary: 'Shows what was read of a file as its page shows it, with the tables of the year before; 404 also where nothing was read',
    params: ofId,
    answers: { 200: ShownReport },
    refuses: [404],
  },
  fetchFile: {
    method: 'GET',
    path: '/submissions/{id}/file',
    summary: 'Signs the address of the file as it was handed in, for a few minutes; 404 also where none has come',
    params: ofId,
    answers: { 200: FileGranted },
    refuses: [404],
  },
  reviewSubmission: {
    method: 'POST',
    path: '/submissions/{id}/review',
    summary:
      'Takes the decision of a reviewer who did not submit it; a return and a withdrawal need a reason, and nothing is approved after a newer version came',
    params: ofId,
    body: ReviewRequest,
    answers: { 200: SubmissionSummary },
    refuses: [404, 409, 413],
  },
  recallSubmission: {
    method: 'POST',
    path: '/submissions/{id}/recall',
    summary: 'Takes a version that waits for its review back, for a clerk of its agency',
    params: ofId,
    answers: { 200: SubmissionSummary },
    refuses: [404, 409],
  },
  explainFinding: {
    method: 'POST',
    path: '/submissions/{id}/explanations',
    summary: 'Takes what a clerk of the agency says of a warning that it lets stand',
    params: ofId,
    body: ExplanationRequest,
    answers: { 201: Explanation },
    refuses: [404, 409, 413],
  },
  grantWaiver: {
    method: 'POST',
    path: '/agencies/{id}/waivers',
    summary: 'Takes from a reviewer which error an agency may let stand, and until when; it holds from the next upload on',
    params: ofId,
    body: WaiverRequest,
    answers: { 201: Waiver },
    refuses: [404, 413],
  },
  listWaivers: {
    method: 'GET',
    path: '/agencies/{id}/waivers',
    summary: 'Lists to reviewers what an agency may let stand, or might: who granted it, when, why, and who took it back',
    only: OFFICE,
    params: ofId,
    answers: { 200: WaiverList },
    refuses: [404],
  },
  takeBackWaiver: {
    method: 'POST',
    path: '/agencies/{id}/waivers/take-back',
    summary: 'Takes a waiver back, for a reviewer; from the next upload on the error counts again',
    only: ['reviewer'],
    params: ofId,
    body: WaiverOf,
    answers: { 200: Waiver },
    refuses: [404, 413],
  },
  listAgencies: {
    method: 'GET',
    path: '/agencies',
    summary: 'Lists the registry of agencies, to the office; to a reviewer who looks after a part of it, that part',
    only: OFFICE,
    answers: { 200: AgencyList },
    refuses: [],
  },
  importAgencies: {
    method: 'POST',
    path: '/agencies',
    summary:
      'Takes a list of agencies into the registry, from the office, not from those who look after a part of it: all of the list, or, where anything is wrong with it, nothing',
    only: OFFICE,
    body: ImportRequest,
    bodyLimit: AGENCY_LIST_LIMIT,
    answers: { 200: ImportAnswer },
    refuses: [413],
  },
  rollUp: {
    method: 'GET',
    path: '/agencies/{id}/rollup',
    summary: 'Shows the office the sum of the latest reports that passed of the agencies below one',
    only: OFFICE,
    params: ofId,
    query: query({ year }),
    answers: { 200: RollUp },
    refuses: [404],
  },
  showBoard: {
    method: 'GET',
    path: '/board',
    summary: 'Shows the office where every agency stands with the report of a year, by its newest version',
    only: OFFICE,
    query: query({ year }),
    answers: { 200: Board },
    refuses: [],
  },
  showDeadlines: {
    method: 'GET',
    path: '/deadlines',
    summary: 'Tells until when the reports of a year may come in: as the office set it, else as the law has it',
    query: query({ year }),
    answers: { 200: Deadlines },
    refuses: [],
  },
  setDeadlines: {
    method: 'POST',
    path: '/deadlines',
    summary: 'Sets or extends the last days of a year, for the office, not for those who look after a part of the registry',
    only: OFFICE,
    body: DeadlinesRequest,
    answers: { 200: Deadlines },
    refuses: [409, 413],
  },
} as const satisfies Record<string, Route>

export type Routes = typeof ROUTES
export type RouteName = keyof Routes
