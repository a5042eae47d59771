import { packetWays } from '@openum/domain/packet/record.ts';
import { z } from 'zod';
import { moment, optionalText, text } from './field.ts';
import { chosenPages } from './packet.ts';

export type { AppealDesk, AppealLeafView } from '@openum/casework/practice/appeal/desk.ts';
export type { AppealDraft, AppealPoint, AppealQuote } from '@openum/domain/denial/appeal/draft.ts';

const id = z.string().min(1).max(64);
const whole = z.int32().min(0);
const long = z.string().trim().max(20_000);

const quote = z.strictObject({
  text: z.string().min(1).max(4000),
  from: z.union([
    z.strictObject({ documentId: id, page: z.int32().min(1), start: whole, end: whole }),
    z.strictObject({ source: text(300) }),
  ]),
});

const draft = z.strictObject({
  criteriaId: z.string().max(200),
  criteriaName: z.string().max(500),
  opening: long,
  points: z
    .array(
      z.strictObject({
        leafId: text(200),
        label: text(500),
        statement: z.string().trim().max(10_000),
        quotes: z.array(quote).max(40),
      }),
    )
    .max(60),
  closing: long,
  exhibits: z.array(chosenPages).max(60, 'at most 60 exhibits'),
  consent: optionalText(500),
});

const about = {
  level: z.int32().min(1, 'the first level is 1').max(9),
  urgency: z.enum(['standard', 'expedited']),
  draft,
};

const printed = { levelName: optionalText(200), address: optionalText(500), fax: optionalText(60) };

export const appealQuery = z.object({ criteria: z.string().max(200).optional() });

/** POST /api/practice/episodes/:episodeId/denials/:denialId/appeal-draft */
export const appealDraftBody = z.strictObject({
  commandId: z.uuid(),
  expectedVersion: z.int32().min(1),
  ...about,
});
export type AppealDraftBody = z.input<typeof appealDraftBody>;

/** POST …/denials/:denialId/appeal-preview */
export const appealPreviewBody = z.strictObject({ ...about, ...printed });

/** POST /api/practice/episodes/:episodeId/appeals/:appealId/file: binds the draft that was kept last. */
export const appealFileBody = z.strictObject({
  commandId: z.uuid(),
  expectedVersion: z.int32().min(1),
  ...printed,
});

/** POST …/appeals/:appealId/sent */
export const appealSentBody = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('gateway'), commandId: z.uuid(), way: z.enum(['fax', 'email']), sentTo: text(300) }),
  z.strictObject({
    by: z.literal('person'),
    commandId: z.uuid(),
    way: z.enum(packetWays),
    sentTo: text(300),
    sentAt: moment.exactOptional(),
    reference: optionalText(100),
    spokeWith: optionalText(200),
  }),
]);
