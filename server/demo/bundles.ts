import { addDays, type CalendarDate, daysBetween } from '@openum/domain/time/instant.ts';
import {
  bariatricBundle,
  cpapBundle,
  homeOxygenBundle,
  lumbarMriBundle,
  lungScreeningBundle,
  partialHospitalizationBundle,
} from '@openum/testkit/fhir/bundles.ts';
import { cpt, hcpcs, type Person, type RequestPlan, requestBundle } from '@openum/testkit/fhir/request.ts';
import members from './members.json' with { type: 'json' };

/** The day on which the builders' requests were written. */
const written = '2026-11-20' as CalendarDate;

export const person = (memberNumber: string): Person => {
  const row = members.members.find((m) => m.memberNumber === memberNumber);
  if (!row) throw new Error(`the demonstration has no member ${memberNumber}`);
  const { family, given, birthDate, sex } = row;
  return { memberNumber, family, given, birthDate, gender: sex === 'male' ? 'male' : 'female' };
};

/** Moves the days of a Bundle so that it was written on `today`; birth dates stay. */
export const asOf = (bundle: unknown, today: CalendarDate): unknown => {
  const days = daysBetween(written, today);
  const moved = JSON.stringify(bundle, (key, value: unknown) =>
    typeof value === 'string' && key !== 'birthDate' && /^20(2[5-9]|3\d)-\d{2}-\d{2}/.test(value)
      ? `${addDays(value.slice(0, 10) as CalendarDate, days)}${value.slice(10)}`
      : value,
  );
  return JSON.parse(moved) as unknown;
};

type PlainService = Pick<RequestPlan, 'diagnoses' | 'lines' | 'note'> & Partial<Pick<RequestPlan, 'urgent'>>;

/** A request for a service that no criteria are held for: a person reads it. */
const plain = (name: string, memberNumber: string, service: PlainService) =>
  requestBundle({ name, date: written, person: person(memberNumber), ...service });

const knee: PlainService = {
  diagnoses: ['M17.11'],
  lines: [{ service: cpt('27447'), quantity: 1, from: '2027-01-12', category: '2', placeOfService: '21' }],
  note: 'Pain on stairs and at night for two years. Injections and fourteen weeks of physical therapy gave no lasting relief. Weight-bearing films show bone on bone in the medial compartment.',
};

const residential: PlainService = {
  diagnoses: ['F11.20', 'F33.2'],
  lines: [
    {
      service: hcpcs('H0018'),
      quantity: 14,
      from: '2026-11-23',
      to: '2026-12-06',
      category: 'A4',
      placeOfService: '55',
    },
  ],
  urgent: true,
  note: 'Two returns to use in thirty days while in intensive outpatient. No withdrawal risk today. Lives with a partner who uses.',
};

const infusion: PlainService = {
  diagnoses: ['M06.9'],
  lines: [
    {
      service: hcpcs('J1745'),
      quantity: 8,
      from: '2026-12-01',
      to: '2027-05-31',
      category: '92',
      placeOfService: '22',
    },
  ],
  note: 'Active disease in twelve joints after methotrexate and leflunomide at full dose.',
};

/** Minutes before now at which each came in, and the Bundle. The names make the identifiers. */
export const demoBundles: readonly { readonly minutesAgo: number; readonly bundle: unknown }[] = [
  {
    minutesAgo: 9_300,
    bundle: bariatricBundle({ name: 'demo-bariatric-low', bmi: 34.9, person: person('PHP1000011') }),
  },
  { minutesAgo: 8_700, bundle: plain('demo-knee', 'PHP1000013', knee) },
  { minutesAgo: 7_900, bundle: homeOxygenBundle({ name: 'demo-oxygen-89', spo2: 89, person: person('PHP1000007') }) },
  { minutesAgo: 7_200, bundle: homeOxygenBundle({ name: 'demo-oxygen-met' }) },
  { minutesAgo: 6_400, bundle: cpapBundle({ name: 'demo-cpap-met' }) },
  {
    minutesAgo: 5_900,
    bundle: bariatricBundle({
      name: 'demo-bariatric-ask',
      bmi: 38.4,
      diagnoses: ['E66.812', 'G47.33'],
      answers: { 'bariatric.medicalTreatmentUnsuccessful': undefined },
      person: person('PHP1000004'),
    }),
  },
  { minutesAgo: 5_100, bundle: plain('demo-infusion', 'PHP1000008', infusion) },
  { minutesAgo: 4_400, bundle: homeOxygenBundle({ name: 'demo-oxygen-90', spo2: 90, person: person('PHP1000012') }) },
  { minutesAgo: 3_900, bundle: cpapBundle({ name: 'demo-cpap-9', ahi: 9, person: person('PHP1000009') }) },
  {
    minutesAgo: 3_300,
    bundle: homeOxygenBundle({
      name: 'demo-oxygen-nodate',
      answers: { 'oxygen.testDate': undefined },
      person: person('PHP1000010'),
    }),
  },
  { minutesAgo: 2_900, bundle: plain('demo-residential', 'PHP1000016', residential) },
  { minutesAgo: 2_300, bundle: partialHospitalizationBundle({ name: 'demo-php-20' }) },
  { minutesAgo: 1_900, bundle: lumbarMriBundle({ name: 'demo-mri-met' }) },
  { minutesAgo: 1_500, bundle: lungScreeningBundle({ name: 'demo-screening-met' }) },
  { minutesAgo: 1_300, bundle: plain('demo-knee-pa', 'PHP1000014', knee) },
  {
    minutesAgo: 1_000,
    bundle: partialHospitalizationBundle({ name: 'demo-php-12', hoursPerWeek: 12, person: person('PHP1000020') }),
  },
  {
    minutesAgo: 760,
    bundle: lungScreeningBundle({ name: 'demo-screening-18', packYears: 18, person: person('PHP1000021') }),
  },
  {
    minutesAgo: 540,
    bundle: lumbarMriBundle({
      name: 'demo-mri-ask',
      answers: { 'mri.cardiacDevice': undefined },
      person: person('PHP1000023'),
    }),
  },
  {
    minutesAgo: 380,
    bundle: homeOxygenBundle({ name: 'demo-oxygen-urgent', spo2: 89, urgent: true, person: person('PHP1000024') }),
  },
  { minutesAgo: 240, bundle: plain('demo-residential-2', 'PHP1000017', residential) },
  { minutesAgo: 150, bundle: cpapBundle({ name: 'demo-cpap-14', ahi: 14.5, person: person('PHP1000022') }) },
  { minutesAgo: 70, bundle: plain('demo-knee-erisa', 'PHP1000018', knee) },
  { minutesAgo: 25, bundle: homeOxygenBundle({ name: 'demo-oxygen-87', spo2: 87, person: person('PHP1000026') }) },
];
