import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { confidences, durationUnits } from '@openum/domain/clock/rule.ts';
import { type PeerToPeerRule, peerToPeerDemands } from '@openum/domain/peerToPeer/rule.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { z } from 'zod';
import { calendarById } from '../calendar/load.ts';
import table from './rules.json' with { type: 'json' };

const text = z.string().trim().min(1);

const shape = z.strictObject({
  id: text,
  version: text,
  name: text,
  demand: z.enum(peerToPeerDemands),
  intentFirst: z.boolean(),
  linesOfBusiness: z.array(z.enum(linesOfBusiness)).min(1),
  states: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .exactOptional(),
  settings: z
    .array(z.enum(['inpatient', 'outpatient', 'emergency', 'home', 'office', 'skilledNursing', 'other']))
    .min(1)
    .exactOptional(),
  reviewTypes: z
    .array(z.enum(['prospective', 'concurrent', 'retrospective']))
    .min(1)
    .exactOptional(),
  window: z.strictObject({ value: z.int().positive(), unit: z.enum(durationUnits) }),
  calendar: text,
  citation: text,
  confidence: z.enum(confidences),
  effectiveFrom: z
    .string()
    .refine(isCalendarDateText, 'must be a date, YYYY-MM-DD')
    .transform((d) => d as CalendarDate),
  note: text.exactOptional(),
});

/** Reads a table of rules on talks with the treating clinician. Throws with the id of the rule and the field at fault. */
export const readPeerToPeerRules = (rows: readonly unknown[]): readonly PeerToPeerRule[] => {
  const seen = new Set<string>();
  return rows.map((row, at) => {
    const read = shape.safeParse(row);
    const name = `peer-to-peer rule ${(row as { id?: string }).id ?? `at position ${at + 1}`}`;
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new Error(`${name}: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    if (seen.has(read.data.id)) throw new Error(`${name}: id: occurs twice`);
    seen.add(read.data.id);
    calendarById(read.data.calendar);
    return read.data;
  });
};

export const peerToPeerRules: readonly PeerToPeerRule[] = readPeerToPeerRules(table);
