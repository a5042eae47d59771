import { linesOfBusiness } from '@openum/domain/case/request.ts';
import {
  authorities,
  circumstances,
  clockActors,
  clockKinds,
  confidences,
  drugBenefits,
  durationUnits,
  effectiveKeys,
  lapseEffects,
  missingInformationActions,
  startTriggers,
  type TurnaroundRule,
} from '@openum/domain/clock/rule.ts';
import { reopeningGrounds } from '@openum/domain/reopening/event.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { z } from 'zod';

const text = z.string().trim().min(1);
const code = z.string().regex(/^[a-z][A-Za-z]*$/, 'must be a code in camelCase');
const state = z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter state code');
const date = z
  .string()
  .refine(isCalendarDateText, 'must be a date, YYYY-MM-DD')
  .transform((d) => d as CalendarDate);

const duration = z.strictObject({ value: z.int().nonnegative(), unit: z.enum(durationUnits) });

const scope = z.strictObject({
  isDrug: z.boolean().exactOptional(),
  drugBenefit: z.enum(drugBenefits).exactOptional(),
  authorizationRequired: z.boolean().exactOptional(),
  channels: z
    .array(z.enum(['pas', 'x12', 'portal', 'fax', 'phone', 'mail', 'admissionNotice']))
    .min(1)
    .exactOptional(),
  settings: z
    .array(z.enum(['inpatient', 'outpatient', 'emergency', 'home', 'office', 'skilledNursing', 'other']))
    .min(1)
    .exactOptional(),
  behavioralHealth: z.boolean().exactOptional(),
  enrolleeAge: z.strictObject({ from: z.int().exactOptional(), to: z.int().exactOptional() }).exactOptional(),
  statesOfService: z.array(state).min(1).exactOptional(),
  circumstance: z.enum(circumstances).exactOptional(),
  askedBeforeEnd: z.boolean().exactOptional(),
});

const extension = z.strictObject({
  max: duration.exactOptional(),
  grounds: z.array(code).min(1),
  noticeRequired: z.boolean(),
});

const missingInformation = z.strictObject({
  action: z.enum(missingInformationActions),
  requestWithin: duration.exactOptional(),
  supplyPeriod: duration.exactOptional(),
  decideAfter: duration.exactOptional(),
  extends: z.boolean().exactOptional(),
});

/** The fields of one rule, each by itself. */
export const ruleShape: z.ZodType<TurnaroundRule> = z.strictObject({
  id: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'must be capitals, digits and hyphens'),
  version: text,
  name: text,
  jurisdiction: text,
  authority: z.enum(authorities),
  linesOfBusiness: z.array(z.enum([...linesOfBusiness, 'medicaidFfs', 'chipFfs', 'dsnpIntegrated'])).min(1),
  reviewTypes: z.array(z.enum(['prospective', 'concurrent', 'retrospective', 'appeal'])).min(1),
  urgency: z.enum(['standard', 'expedited', 'any']),
  clock: z.enum(clockKinds),
  actor: z.enum(clockActors),
  scope: scope.exactOptional(),
  startEvent: code,
  startTrigger: z.enum(startTriggers),
  direction: z.enum(['after', 'before']),
  duration,
  notLongerThan: duration.exactOptional(),
  overallCap: duration.exactOptional(),
  skipsHolidays: z.boolean().exactOptional(),
  rollsForward: z.boolean().exactOptional(),
  dueAtTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM')
    .exactOptional(),
  calendar: text,
  extension: extension.exactOptional(),
  missingInformation: missingInformation.exactOptional(),
  noticeTo: z.array(code),
  lapseEffect: z.enum(lapseEffects),
  lapseConsequence: code.exactOptional(),
  approvalLock: z
    .strictObject({ exceptions: z.array(z.enum(reopeningGrounds)), openEnded: z.boolean().exactOptional() })
    .exactOptional(),
  citation: text,
  confidence: z.enum(confidences),
  effectiveFrom: date,
  effectiveTo: date.exactOptional(),
  effectiveKey: z.enum(effectiveKeys),
  enabled: z.boolean(),
  disabledReason: text.exactOptional(),
  note: text.exactOptional(),
});

type Problem = readonly [field: string, problem: string];

/** What no single field can tell: fields of one rule that do not go together. */
export const contradictions = (rule: TurnaroundRule): Problem[] => {
  const problems: Problem[] = [];
  const wrong = (when: boolean | undefined, field: string, problem: string): void => {
    if (when === true) problems.push([field, problem]);
  };
  const m = rule.missingInformation;
  const isState = /^US-[A-Z]{2}$/.test(rule.jurisdiction);
  wrong(!rule.enabled && rule.disabledReason === undefined, 'disabledReason', 'a disabled rule says why');
  wrong(rule.enabled && rule.disabledReason !== undefined, 'disabledReason', 'an enabled rule has none');
  wrong(
    rule.enabled && rule.confidence === 'low-confirm-before-use',
    'enabled',
    'a rule of this confidence is not run before somebody has read its source',
  );
  wrong(rule.effectiveTo && rule.effectiveTo < rule.effectiveFrom, 'effectiveTo', 'lies before effectiveFrom');
  wrong((rule.authority === 'state') !== isState, 'authority', 'state goes with a jurisdiction US- and a state');
  wrong(
    (rule.authority === 'federal') !== (rule.jurisdiction === 'US-FED'),
    'authority',
    'federal goes with jurisdiction US-FED',
  );
  wrong(
    m?.action === 'toll' && rule.duration.unit === 'businessDays',
    'missingInformation.action',
    'tolling is defined for hours and calendar days only',
  );
  wrong(
    m?.action === 'decideAfter' && m.decideAfter === undefined,
    'missingInformation.decideAfter',
    'is missing though the action needs it',
  );
  wrong(
    m?.extends && rule.extension?.max === undefined,
    'extension.max',
    'is missing though a request for information brings the extension',
  );
  wrong(
    rule.direction === 'before' && (rule.extension?.max !== undefined || rule.rollsForward),
    'direction',
    'a limit before an event can neither be extended nor roll forward',
  );
  wrong(
    rule.skipsHolidays && rule.duration.unit !== 'calendarDays',
    'skipsHolidays',
    'is for limits in calendar days only',
  );
  return problems;
};
