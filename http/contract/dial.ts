import type { LibraryEntry } from '@openum/casework/criteria/library.ts';
import { type Dial, dialBases, factSourceKinds, forbiddenBases } from '@openum/domain/dial/dial.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { z } from 'zod';
import { day, npi, text } from './field.ts';

/** GET /api/dial: for everybody of the plan. */
export type DialView = {
  readonly today: CalendarDate;
  readonly dial: Dial;
  /** Lines that a change has approved by itself, or exempted, by its number. */
  readonly settled: Readonly<Record<string, number>>;
  readonly criteria: readonly Pick<LibraryEntry, 'id' | 'name' | 'version' | 'status' | 'autoApproval'>[];
};

const services = z.array(z.string().trim().min(1).max(20)).min(1, 'must name at least one service').max(200);

const setting = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('automaticApproval'),
    criteriaSetId: text(120),
    approves: z.boolean(),
    sources: z.array(z.enum(factSourceKinds)).max(factSourceKinds.length),
  }),
  z.object({
    kind: z.literal('goldCard'),
    npi,
    providerName: text(200),
    services,
    through: day.optional(),
    periodFrom: day,
    periodThrough: day,
    citation: text(300),
  }),
  z.object({ kind: z.literal('goldCardEnd'), npi, services }),
]);

/** POST /api/dial/acts */
export const dialActBody = z.object({
  /** Events that the person had seen. */
  sequence: z.int32().min(0),
  act: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('ProposeDial'),
      setting,
      bases: z.array(z.enum([...dialBases, ...forbiddenBases])).min(1, 'must name at least one ground'),
      reason: text(2000),
      effectiveFrom: day,
    }),
    z.object({ type: z.literal('ConfirmDial'), changeId: z.string().max(64) }),
    z.object({ type: z.literal('DeclineDial'), changeId: z.string().max(64), reason: text(2000) }),
  ]),
});

/** GET /api/dial/history: what a gold card would rest on. */
export const historyQuery = z.object({
  npi,
  services: z
    .string()
    .max(2000)
    .transform((s) => s.split(',').filter((code) => code !== ''))
    .pipe(services),
  from: day,
  through: day,
});
