import { answerOutcomes, submissionChannels, submissionKinds, talkResults } from '@openum/domain/episode/record.ts';
import { taskAreas } from '@openum/domain/practiceTask/task.ts';
import { z } from 'zod';
import { calendarDay as day, icd10, moment, optionalText, text } from './field.ts';

export type { RequestDesk, SentMessage } from '@openum/casework/practice/desk/requests.ts';
export type { TalkBoard, TalkLine, TalkState } from '@openum/casework/practice/desk/talks.ts';
export type { TaskLine, TaskPage } from '@openum/casework/practice/task/read.ts';

const id = z.string().min(1).max(64);
const units = z.number().int('must be a whole number').min(1, 'must be one or more').max(10_000);
const version = z.int32().min(1);

/** POST /api/practice/episodes/:episodeId/requests: `commandId` becomes the id of the submission. */
export const requestBody = z.strictObject({
  commandId: z.uuid(),
  expectedVersion: version,
  kind: z.enum(submissionKinds),
  coverageId: id,
  levelOfCare: text(100),
  codes: z.array(z.string().trim().min(1).max(20)).min(1, 'name at least one code').max(5),
  from: day,
  to: day,
  units: units.exactOptional(),
  urgency: z.enum(['standard', 'expedited']),
  channel: z.enum(submissionChannels),
  sentAt: moment.exactOptional(),
  sentTo: optionalText(200),
  spokeWith: optionalText(200),
  reference: optionalText(100),
  clinicalSummary: text(20_000),
  diagnoses: z.array(icd10).max(12).exactOptional(),
  /** How the summary was when it came in: kept as a check beside that of what goes. */
  noteBefore: optionalText(20_000),
});
export type RequestBody = z.input<typeof requestBody>;

const authorization = z.strictObject({
  number: text(80),
  from: day,
  to: day,
  units: units.exactOptional(),
  nextReviewOn: day.exactOptional(),
  contact: optionalText(200),
});

/** POST …/requests/:submissionId/answer: an answer by telephone, fax, letter or portal. */
export const answerBody = z.strictObject({
  commandId: z.uuid(),
  expectedVersion: version,
  outcome: z.enum(answerOutcomes),
  answeredAt: moment.exactOptional(),
  spokeWith: optionalText(200),
  reference: optionalText(100),
  reason: optionalText(4000),
  wanted: z.array(text(500)).max(20).exactOptional(),
  informationDueAt: moment.exactOptional(),
  authorizations: z.array(authorization).max(5).exactOptional(),
  /** The days that were refused; the amount is reckoned from the programme's charge. */
  denied: z.strictObject({ from: day, to: day, appealBy: day.exactOptional() }).exactOptional(),
});
export type AnswerBody = z.input<typeof answerBody>;

/** POST …/requests/:submissionId/information */
export const informationBody = z.strictObject({
  commandId: z.uuid(),
  summary: text(20_000),
  sentAt: moment.exactOptional(),
  /** How the words were when they came in. */
  noteBefore: optionalText(20_000),
});
export type InformationBody = z.input<typeof informationBody>;

const person = z.strictObject({ userId: id.exactOptional(), name: text(200) });

/** POST /api/practice/episodes/:episodeId/talks */
const talkBody = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('offer'),
    submissionId: id.exactOptional(),
    opensAt: moment.exactOptional(),
    closesAt: moment,
    phone: optionalText(100),
    payerPhysician: optionalText(200),
    reason: optionalText(4000),
  }),
  z.strictObject({ type: z.literal('schedule'), offerId: id, at: moment, clinician: person }),
  z.strictObject({ type: z.literal('held'), offerId: id, result: z.enum(talkResults), notes: text(8000) }),
  z.strictObject({ type: z.literal('missed'), offerId: id, reason: text(2000) }),
  z.strictObject({ type: z.literal('decline'), offerId: id, reason: text(2000) }),
  z.strictObject({ type: z.literal('escalate'), offerId: id, to: person, reason: text(2000) }),
]);
export type TalkBody = z.input<typeof talkBody>;
export const talkRequest = z.strictObject({ commandId: z.uuid(), expectedVersion: version, talk: talkBody });

/** Which page of a list is asked for. */
export const paging = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(1_000).default(50),
};

/** GET /api/practice/tasks: `whose` is `mine`, or the area that a task falls to. */
export const tasksQuery = z.object({
  whose: z.enum(['mine', ...taskAreas]).exactOptional(),
  from: day.exactOptional(),
  to: day.exactOptional(),
  ...paging,
});

/** GET /api/practice/talks */
export const talksQuery = z.object(paging);

/** POST /api/practice/episodes/:episodeId/tasks */
export const takeTaskBody = z.strictObject({ commandId: z.uuid(), task: text(300) });

/** Where a sending stands: done, or it did not go and why. */
export type InquiryAnswer = { readonly result: 'answered' | 'unchanged' | 'unreachable' | 'notOpen' };
