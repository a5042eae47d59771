import { type LineOfBusiness, linesOfBusiness, type Urgency } from '@openum/domain/case/request.ts';
import { z } from 'zod';
import advanceJson from './advance.json' with { type: 'json' };
import medicareRuleJson from './medicareRule.json' with { type: 'json' };

const text = z.string().min(1);
const exception = z.strictObject({ ground: text, label: text, citation: text });
const shape = z.strictObject({
  version: text,
  provenance: text,
  rules: z
    .array(
      z.strictObject({
        linesOfBusiness: z.array(z.enum(linesOfBusiness)).min(1),
        /** States whose law it is; absent: everywhere. */
        states: z.array(z.string().length(2)).min(1).optional(),
        /** Only for drugs and infusions. */
        drugs: z.literal(true).optional(),
        urgency: z.enum(['any', 'standard', 'expedited']),
        days: z.int().min(0),
        citation: text,
        exceptions: z.array(exception).min(1),
      }),
    )
    .min(1),
});

/** How many days before an authorized course is cut the member must be told, and when less is enough. */
export type AdvanceRule = z.infer<typeof shape>['rules'][number];

/** Reads and checks the table. Throws with the field at fault, and when a line of business has no rule. */
export const readAdvanceRules = (json: unknown): readonly AdvanceRule[] => {
  const read = shape.safeParse(json);
  if (!read.success)
    throw new Error(
      `content/coverageEnd: ${read.error.issues.map((i) => `${i.path.join('.') || 'the table'}: ${i.message}`).join('; ')}`,
    );
  const { rules } = read.data;
  for (const line of linesOfBusiness)
    for (const urgency of ['standard', 'expedited'] as const)
      if (advanceRuleOf(rules, line, urgency) === undefined)
        throw new Error(`content/coverageEnd: no rule for ${line}, ${urgency}`);
  return rules;
};

/** Of the rules that bind, the one that asks for the longest notice. */
export const advanceRuleOf = (
  rules: readonly AdvanceRule[],
  line: LineOfBusiness,
  urgency: Urgency,
  about: { readonly state?: string; readonly isDrug?: boolean } = {},
): AdvanceRule | undefined =>
  rules
    .filter((r) => r.linesOfBusiness.includes(line) && (r.urgency === 'any' || r.urgency === urgency))
    .filter((r) => r.states === undefined || (about.state !== undefined && r.states.includes(about.state)))
    .filter((r) => !r.drugs || about.isDrug === true)
    .reduce<AdvanceRule | undefined>((longest, r) => (longest && longest.days >= r.days ? longest : r), undefined);

export const advanceRules = readAdvanceRules(advanceJson);

const medicareRule = z.strictObject({
  settings: z
    .array(z.enum(['inpatient', 'outpatient', 'emergency', 'home', 'office', 'skilledNursing', 'other']))
    .min(1),
  name: text,
  citation: text,
  text,
});

/** A coverage rule of Medicare as the detailed explanation of an end of coverage states it. */
export type MedicareRule = z.infer<typeof medicareRule>;

const medicareRules: readonly MedicareRule[] = z
  .strictObject({ version: text, provenance: text, rules: z.array(medicareRule).min(1) })
  .parse(medicareRuleJson).rules;

export const medicareRuleOf = (setting: MedicareRule['settings'][number]): MedicareRule | undefined =>
  medicareRules.find((r) => r.settings.includes(setting));
