import { createHash } from 'node:crypto';
import type { Arrival, ArrivingItem } from '@openum/casework/intake/arrival.ts';
import type { RegisteredMember } from '@openum/casework/port/register.ts';
import { criteriaSets } from '@openum/content/criteria/load.ts';
import type { ReviewType, Urgency } from '@openum/domain/case/request.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { addDays, calendarDate, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import { clinics, type LineName, type Skill, tenant } from './population.ts';
import type { Random } from './random.ts';

const hcpcs = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
const cpt = 'http://www.ama-assn.org/go/cpt';
const revenue = 'https://www.nubc.org/CodeSystem/RevenueCodes';

type Asked = {
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

const bytes = new TextEncoder();
const sha = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
const report = bytes.encode('%PDF-1.7 report');

/** Facts of a chart that meets, or does not meet, the criteria of the service. */
const chart = ({ criteria }: Asked, random: Random): readonly Fact[] => {
  if (criteria === undefined) return [];
  const wanted = random.weighted([
    ['met', 7],
    ['notMet', 1.5],
    ['unknown', 1.5],
  ] as const);
  const vectors = (criteriaSets.find((s) => s.id === criteria)?.vectors ?? []).filter(
    (v) => v.tree === 'initial' && v.expect === wanted,
  );
  if (vectors.length === 0) return [];
  return random.pick(vectors).facts.map((f) => ({
    ...f,
    source: { kind: 'resource', fullUrl: `urn:${f.id}`, resourceType: 'Observation', path: 'value' },
  }));
};

export type Drawn = { readonly program: Program; readonly asked: Asked; readonly arrival: Arrival };

export const draw = (
  number: number,
  program: Program,
  member: RegisteredMember,
  receivedAt: Instant,
  random: Random,
): Drawn => {
  const asked = random.weighted(program.services);
  const today = dateInZone(receivedAt, member.zone);
  const start =
    program.reviewType === 'retrospective'
      ? addDays(today, -asked.days - random.whole(5, 40))
      : program.stay
        ? today
        : addDays(today, random.whole(3, 30));
  const clinic = random.pick(clinics);
  const facility = random.pick(clinics);
  const content = bytes.encode(`{"request":${number}}`);
  const { providerId: _p, kind: _k, ...requestingProvider } = clinic;
  const { providerId: _f, kind: _g, ...facilityProvider } = facility;
  const item: ArrivingItem = {
    sequence: 1,
    service: asked.service,
    diagnoses: [asked.diagnosis],
    quantity: asked.quantity,
    period: { start, end: addDays(start, asked.days) },
    servicingProvider: requestingProvider,
  };
  return {
    program,
    asked,
    arrival: {
      tenant,
      actor: { kind: 'client', clientId: 'simulation', name: 'Record systems of the practices' },
      receivedAt,
      message: {
        messageId: `message-${number}`,
        clientId: 'simulation',
        channel: random.pick(['pas', 'portal'] as const),
        contentType: 'application/fhir+json',
        bytes: content,
        sha256: sha(content),
        receivedAt,
        identifier: { system: 'urn:simulation', value: String(number) },
      },
      memberNumbers: [member.member.memberNumber],
      request: {
        reviewType: program.reviewType,
        urgency: program.urgency,
        ...(program.urgency === 'expedited'
          ? { urgencyRequestedBy: 'physician' as const, urgencyBasis: 'Waiting could do harm.' }
          : {}),
        setting: program.stay ? 'inpatient' : 'outpatient',
        requestingProvider,
        diagnoses: [{ sequence: 1, code: asked.diagnosis, principal: true }],
        items: [item],
        ...(program.stay
          ? {
              stay: {
                facility: facilityProvider,
                admittedAt: receivedAt,
                levelOfCare: 'medicalSurgical',
                admissionSource: 'emergency' as const,
              },
            }
          : {}),
        ...(program.reviewType === 'retrospective'
          ? {
              retrospective: {
                reason: 'emergencyAdmission' as const,
                serviceEndedOn: calendarDate(addDays(start, asked.days)),
              },
            }
          : {}),
        senderReference: { value: `R-${number}` },
      },
      documents: [{ title: 'Report', contentType: 'application/pdf', bytes: report, origin: `urn:doc-${number}` }],
      facts: chart(asked, random),
      answer: () => content,
    },
  };
};
