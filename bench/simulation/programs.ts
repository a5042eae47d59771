import type { ReviewType, Urgency } from '@openum/domain/case/request.ts';
import type { LineName, Skill } from './population.ts';

const hcpcs = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
const cpt = 'http://www.ama-assn.org/go/cpt';
const revenue = 'https://www.nubc.org/CodeSystem/RevenueCodes';

/** A service as it is asked for. */
export type Asked = {
  readonly service: { readonly system: string; readonly code: string };
  readonly diagnosis: string;
  readonly quantity: { readonly value: number; readonly unit: string };
  readonly days: number;
  readonly skill: Skill;
  /** Criteria set whose worked examples give the facts of the chart. */
  readonly criteria?: string;
};

const oxygen: Asked = {
  service: { system: hcpcs, code: 'E1390' },
  diagnosis: 'J44.9',
  quantity: { value: 3, unit: 'mo' },
  days: 89,
  skill: 'medical',
  criteria: 'medicare-home-oxygen',
};
const cpap: Asked = {
  service: { system: hcpcs, code: 'E0601' },
  diagnosis: 'G47.33',
  quantity: { value: 3, unit: 'mo' },
  days: 89,
  skill: 'medical',
  criteria: 'medicare-cpap',
};
const knee: Asked = {
  service: { system: cpt, code: '27447' },
  diagnosis: 'M17.11',
  quantity: { value: 1, unit: 'unit' },
  days: 60,
  skill: 'surgical',
};
const hip: Asked = {
  service: { system: cpt, code: '27130' },
  diagnosis: 'M16.11',
  quantity: { value: 1, unit: 'unit' },
  days: 60,
  skill: 'surgical',
};
const wheelchair: Asked = {
  service: { system: hcpcs, code: 'K0856' },
  diagnosis: 'G35',
  quantity: { value: 1, unit: 'mo' },
  days: 30,
  skill: 'medical',
};
const visits: Asked = {
  service: { system: hcpcs, code: 'G0299' },
  diagnosis: 'I50.9',
  quantity: { value: 12, unit: 'visit' },
  days: 60,
  skill: 'medical',
};
const infliximab: Asked = {
  service: { system: hcpcs, code: 'J1745' },
  diagnosis: 'M06.9',
  quantity: { value: 8, unit: 'unit' },
  days: 180,
  skill: 'medical',
};
const officeVisit: Asked = {
  service: { system: cpt, code: '99213' },
  diagnosis: 'I10',
  quantity: { value: 1, unit: 'visit' },
  days: 30,
  skill: 'medical',
};
const inpatientDays: Asked = {
  service: { system: revenue, code: '0121' },
  diagnosis: 'I50.9',
  quantity: { value: 3, unit: 'd' },
  days: 2,
  skill: 'inpatient',
};

/** One kind of request of one line of business. */
export type Program = {
  readonly name: string;
  readonly line: LineName;
  readonly weight: number;
  readonly urgency: Urgency;
  readonly reviewType: ReviewType;
  readonly drug?: true;
  readonly stay?: true;
  readonly services: readonly (readonly [Asked, number])[];
};

const prospective = [
  [oxygen, 2],
  [cpap, 2],
  [knee, 3],
  [hip, 2],
  [wheelchair, 1],
  [visits, 3],
  [officeVisit, 1.2],
] as const;
const drugs = [[infliximab, 1]] as const;
const std = (line: LineName, weight: number): Program => ({
  name: `${line} standard`,
  line,
  weight,
  urgency: 'standard',
  reviewType: 'prospective',
  services: prospective,
});
const urgent = (line: LineName, weight: number): Program => ({
  name: `${line} expedited`,
  line,
  weight,
  urgency: 'expedited',
  reviewType: 'prospective',
  services: prospective,
});

export const programs: readonly Program[] = [
  std('medicare', 27),
  urgent('medicare', 4),
  {
    name: 'medicare drug',
    line: 'medicare',
    weight: 3,
    urgency: 'standard',
    reviewType: 'prospective',
    drug: true,
    services: drugs,
  },
  {
    name: 'medicare drug expedited',
    line: 'medicare',
    weight: 1,
    urgency: 'expedited',
    reviewType: 'prospective',
    drug: true,
    services: drugs,
  },
  {
    name: 'medicare stay',
    line: 'medicare',
    weight: 5,
    urgency: 'expedited',
    reviewType: 'concurrent',
    stay: true,
    services: [[inpatientDays, 1]],
  },
  std('medicaid', 18),
  urgent('medicaid', 3),
  {
    name: 'medicaid drug',
    line: 'medicaid',
    weight: 2,
    urgency: 'standard',
    reviewType: 'prospective',
    drug: true,
    services: drugs,
  },
  std('insured', 15),
  urgent('insured', 2),
  {
    name: 'insured retrospective',
    line: 'insured',
    weight: 2,
    urgency: 'standard',
    reviewType: 'retrospective',
    services: [
      [knee, 1],
      [visits, 1],
    ],
  },
  std('selfFunded', 10),
  urgent('selfFunded', 1),
  {
    name: 'selfFunded retrospective',
    line: 'selfFunded',
    weight: 1,
    urgency: 'standard',
    reviewType: 'retrospective',
    services: [
      [hip, 1],
      [visits, 1],
    ],
  },
  std('exchange', 5),
  urgent('exchange', 1),
];
