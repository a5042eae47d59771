import { durationUnits } from '@openum/domain/clock/rule.ts';
import { submissionChannels } from '@openum/domain/episode/record.ts';
import {
  authorizationNeeds,
  type PayerCard,
  retroAcceptances,
  ruleSources,
  talkSpeakers,
} from '@openum/domain/payer/card.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { z } from 'zod';

const text = z.string().trim().min(1).max(500);
const day = z
  .string()
  .refine(isCalendarDateText, 'must be a date, YYYY-MM-DD')
  .transform((d) => d as CalendarDate);

const duration = z.strictObject({ value: z.int().min(1).max(10_000), unit: z.enum(durationUnits) });

const said = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, source: z.enum(ruleSources), where: text.exactOptional(), on: day });

const level = z.strictObject({
  levelOfCare: z.string().min(1).max(60),
  authorization: said(z.enum(authorizationNeeds)).exactOptional(),
  initialDays: said(z.int()).exactOptional(),
  reviewIntervalDays: said(z.int()).exactOptional(),
  leadTime: said(duration).exactOptional(),
  criteria: said(text).exactOptional(),
  wants: said(z.array(text).min(1).max(30)).exactOptional(),
});

/** A rule card as it comes from a file or over the wire; what it means is checked by `cardProblems`. */
export const payerCardShape: z.ZodType<PayerCard> = z.strictObject({
  payerId: z.string().regex(/^[\w-]{1,64}$/, 'is letters, digits and hyphens'),
  name: text,
  effectiveFrom: day,
  levels: z.array(level).max(30),
  channels: said(
    z
      .array(z.strictObject({ channel: z.enum(submissionChannels), address: text, hours: text.exactOptional() }))
      .min(1)
      .max(12),
  ).exactOptional(),
  admissionNotice: said(duration).exactOptional(),
  peerToPeer: said(z.strictObject({ window: duration, phone: text.exactOptional() })).exactOptional(),
  talkSpeaker: said(z.enum(talkSpeakers)).exactOptional(),
  appeals: said(
    z
      .array(
        z.strictObject({ level: z.int().min(1).max(5), name: text, window: duration, address: text.exactOptional() }),
      )
      .min(1)
      .max(5),
  ).exactOptional(),
  retro: said(
    z.strictObject({
      accepted: z.enum(retroAcceptances),
      from: z.enum(['admission', 'discharge']),
      window: duration.exactOptional(),
    }),
  ).exactOptional(),
  benefitsValidDays: said(z.int()).exactOptional(),
  line: z.string().min(1).max(60).exactOptional(),
});
