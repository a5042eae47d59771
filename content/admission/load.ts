import type { LevelOfCare } from '@openum/domain/admission/levelOfCare.ts';
import type { AdmissionNoticeRule } from '@openum/domain/admission/noticeTimeliness.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { durationUnits } from '@openum/domain/clock/rule.ts';
import { type Disposition, dispositions } from '@openum/domain/stay/event.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { z } from 'zod';
import { calendarById } from '../calendar/load.ts';
import { loadServiceCatalogue } from '../service/load.ts';
import dispositionTable from './dispositions.json' with { type: 'json' };
import serviceTable from './hospitalServices.json' with { type: 'json' };
import levelTable from './levelsOfCare.json' with { type: 'json' };
import ruleTable from './noticeRules.json' with { type: 'json' };

const text = z.string().trim().min(1);
const date = z
  .string()
  .refine(isCalendarDateText, 'must be a date, YYYY-MM-DD')
  .transform((d) => d as CalendarDate);

const limit = z.strictObject({
  duration: z.strictObject({ value: z.int().positive(), unit: z.enum(durationUnits) }),
  dueAtTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM')
    .exactOptional(),
});

const noticeRule = z.strictObject({
  id: text,
  version: text,
  name: text,
  linesOfBusiness: z.array(z.enum(linesOfBusiness)).min(1),
  weekday: limit,
  otherDay: limit,
  calendar: text,
  consequence: text,
  citation: text,
  effectiveFrom: date,
  effectiveTo: date.exactOptional(),
});

const level = z.strictObject({
  code: z.string().regex(/^[a-z][A-Za-z]*$/, 'must be a code in camelCase'),
  label: text,
  service: z.strictObject({ system: text, code: text }),
  setting: z.enum(['inpatient', 'skilledNursing', 'other']),
  initialDays: z.int().positive(),
});

/** How a facility's word for its service (HL7 v2, PV1-10 or the unit of PV1-3) is read as a level of care. */
export type HospitalServices = {
  readonly default: string;
  readonly services: readonly { readonly code: string; readonly levelOfCare: string }[];
};

export type AdmissionKnowledge = {
  readonly levelsOfCare: readonly LevelOfCare[];
  readonly noticeRules: readonly AdmissionNoticeRule[];
  readonly hospitalServices: HospitalServices;
  /** Codes of PV1-36 (table 0112, the patient discharge status of claims). */
  readonly dispositions: readonly { readonly code: string; readonly disposition: Disposition }[];
};

const read = <T>(file: string, shape: z.ZodType<T>, rows: unknown): T => {
  const parsed = shape.safeParse(rows);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`content/admission/${file}: ${issue?.path.join('.')}: ${issue?.message}`);
};

/** What the product knows of admissions. Throws with the file and the entry at fault. */
export const readAdmissions = (
  levels: unknown,
  rules: unknown,
  services: unknown,
  discharges: unknown = dispositionTable,
): AdmissionKnowledge => {
  const levelsOfCare = read('levelsOfCare.json', z.array(level), levels);
  const noticeRules = read('noticeRules.json', z.array(noticeRule), rules);
  const hospitalServices = read(
    'hospitalServices.json',
    z.strictObject({ default: text, services: z.array(z.strictObject({ code: text, levelOfCare: text })) }),
    services,
  );
  const discharged = read(
    'dispositions.json',
    z.array(z.strictObject({ code: text, disposition: z.enum(dispositions) })),
    discharges,
  );
  const codes = new Set(levelsOfCare.map((l) => l.code));
  const catalogue = new Set(loadServiceCatalogue().services.map((s) => s.code));
  for (const l of levelsOfCare)
    if (!catalogue.has(l.service.code))
      throw new Error(`content/admission/levelsOfCare.json: ${l.code}: ${l.service.code} is not in the catalogue`);
  for (const named of [hospitalServices.default, ...hospitalServices.services.map((s) => s.levelOfCare)])
    if (!codes.has(named)) throw new Error(`content/admission/hospitalServices.json: there is no level ${named}`);
  for (const r of noticeRules) calendarById(r.calendar);
  return { levelsOfCare, noticeRules, hospitalServices, dispositions: discharged };
};

export const loadAdmissions = (): AdmissionKnowledge => readAdmissions(levelTable, ruleTable, serviceTable);
