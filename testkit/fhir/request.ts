import { npiOf, urn, uuidOf } from './id.ts';

type Json = { [key: string]: unknown };
type CodeableText = { system: string; code: string };

const pas = 'http://hl7.org/fhir/us/davinci-pas';
const x12 = (element: string, code: string) => ({
  coding: [{ system: `https://codesystem.x12.org/005010/${element}`, code }],
});
const extension = (name: string, value: Json): Json => ({
  url: `${pas}/StructureDefinition/extension-${name}`,
  ...value,
});
const profile = (name: string): Json => ({ profile: [`${pas}/StructureDefinition/profile-${name}`] });

export const hcpcs = (code: string): CodeableText => ({
  system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  code,
});
export const cpt = (code: string): CodeableText => ({ system: 'http://www.ama-assn.org/go/cpt', code });

export type Person = {
  readonly memberNumber: string;
  readonly family: string;
  readonly given: string;
  readonly birthDate: string;
  readonly gender: 'female' | 'male';
};

export type RequestedLine = {
  readonly service: CodeableText;
  readonly quantity?: number;
  readonly from: string;
  readonly to?: string;
  readonly requestType?: 'AR' | 'HS' | 'IN' | 'SC';
  readonly certificationType?: string;
  /** X12 1365. */
  readonly category?: string;
  readonly placeOfService?: string;
  readonly revenueCode?: string;
  readonly modifiers?: readonly string[];
};

export type Measurement = {
  readonly loinc: string;
  readonly value: number;
  readonly unit: string;
  /** Qualifiers as components named after them. */
  readonly with?: Readonly<Record<string, string>>;
};

export type Answer =
  | boolean
  | number
  | string
  | { readonly code: string }
  | { readonly value: number; readonly unit: string };

export type RequestPlan = {
  /** Seed of every identifier in the Bundle. */
  readonly name: string;
  readonly claimType?: 'institutional' | 'professional';
  readonly date: string;
  readonly person: Person;
  readonly diagnoses: readonly string[];
  readonly lines: readonly RequestedLine[];
  readonly measurements?: readonly Measurement[];
  /** Answers of a completed questionnaire by linkId. */
  readonly answers?: Readonly<Record<string, Answer>>;
  /** Sub-answers of a question, by linkId of the question. */
  readonly answerDetails?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly note?: string;
  readonly message?: string;
  readonly urgent?: boolean;
  readonly admission?: { readonly start: string; readonly end?: string };
};

const answerValue = (a: Answer): Json => {
  if (typeof a === 'boolean') return { valueBoolean: a };
  if (typeof a === 'number') return { valueDecimal: a };
  if (typeof a === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(a) ? { valueDate: a } : { valueString: a };
  if ('code' in a) return { valueCoding: { code: a.code } };
  return { valueQuantity: { value: a.value, unit: a.unit, system: 'http://unitsofmeasure.org', code: a.unit } };
};

const questionnaireItem = (plan: RequestPlan, linkId: string, a: Answer): Json => {
  const details = Object.entries(plan.answerDetails?.[linkId] ?? {});
  const item = details.map(([name, value]) => ({ linkId: name, answer: [answerValue(value)] }));
  return { linkId, answer: [{ ...answerValue(a), ...(item.length > 0 ? { item } : {}) }] };
};

const lineOf = (plan: RequestPlan, line: RequestedLine, i: number): Json => ({
  extension: [
    extension('serviceItemRequestType', { valueCodeableConcept: x12('1525', line.requestType ?? 'HS') }),
    extension('certificationType', { valueCodeableConcept: x12('1322', line.certificationType ?? 'I') }),
    extension('itemTraceNumber', {
      valueIdentifier: { system: 'https://lakeside.example.org/line', value: `${plan.name}-${i + 1}` },
    }),
  ],
  sequence: i + 1,
  careTeamSequence: [1],
  diagnosisSequence: plan.diagnoses.map((_, n) => n + 1),
  category: x12('1365', line.category ?? '1'),
  productOrService: { coding: [line.service] },
  ...(line.revenueCode
    ? { revenue: { coding: [{ system: 'https://www.nubc.org/CodeSystem/RevenueCodes', code: line.revenueCode }] } }
    : {}),
  ...(line.modifiers
    ? {
        modifier: line.modifiers.map((code) => ({
          coding: [hcpcs(code)],
        })),
      }
    : {}),
  servicedPeriod: { start: line.from, end: line.to ?? line.from },
  locationCodeableConcept: {
    coding: [
      {
        system: 'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set',
        code: line.placeOfService ?? '11',
      },
    ],
  },
  ...(line.quantity === undefined ? {} : { quantity: { value: line.quantity, unit: 'UN' } }),
});

const temporary = (code: string) => ({ coding: [{ system: `${pas}/CodeSystem/PASTempCodes`, code }] });

const supporting = (plan: RequestPlan, names: readonly string[]): readonly Json[] => {
  const attached = names.map((name) => ({
    extension: [
      extension('documentInformation', {
        extension: [
          { url: 'reportTypeCode', valueCodeableConcept: x12('755', name === 'note' ? 'OZ' : '09') },
          { url: 'transmissionMethod', valueCodeableConcept: x12('756', 'EL') },
        ],
      }),
    ],
    category: temporary('additionalInformation'),
    valueReference: { reference: urn(`${plan.name}/${name}`) },
  }));
  const admission = plan.admission ? [{ category: temporary('admissionDates'), timingPeriod: plan.admission }] : [];
  const message = plan.message ? [{ category: temporary('freeFormMessage'), valueString: plan.message }] : [];
  return [...admission, ...attached, ...message].map((s, i) => ({ sequence: i + 1, ...s }));
};

const measurement = (plan: RequestPlan, m: Measurement): Json => ({
  resourceType: 'Observation',
  status: 'final',
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] },
  ],
  code: { coding: [{ system: 'http://loinc.org', code: m.loinc }] },
  subject: { reference: urn(`${plan.name}/patient`) },
  effectiveDateTime: plan.date,
  valueQuantity: { value: m.value, unit: m.unit, system: 'http://unitsofmeasure.org', code: m.unit },
  ...(m.with
    ? {
        component: Object.entries(m.with).map(([name, value]) => ({
          code: { text: name },
          valueCodeableConcept: { coding: [{ code: value }] },
        })),
      }
    : {}),
});

const documentOf = (plan: RequestPlan, text: string): Json => ({
  resourceType: 'DocumentReference',
  meta: profile('documentreference'),
  identifier: [{ system: 'https://lakeside.example.org/document', value: `${plan.name}-note` }],
  status: 'current',
  type: { coding: [{ system: 'http://loinc.org', code: '11506-3' }] },
  category: [
    {
      coding: [
        {
          system: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
          code: 'clinical-note',
        },
      ],
    },
  ],
  subject: { reference: urn(`${plan.name}/patient`) },
  date: `${plan.date}T09:00:00Z`,
  content: [
    {
      attachment: {
        contentType: 'text/plain',
        data: Buffer.from(text, 'utf8').toString('base64'),
        title: 'Progress note',
      },
    },
  ],
});

const questionnaire = (plan: RequestPlan, answers: Readonly<Record<string, Answer>>): Json => ({
  resourceType: 'QuestionnaireResponse',
  questionnaire: `https://lakeside.example.org/Questionnaire/${plan.name}`,
  status: 'completed',
  subject: { reference: urn(`${plan.name}/patient`) },
  authored: `${plan.date}T09:30:00Z`,
  author: { reference: urn(`${plan.name}/doctor`) },
  item: Object.entries(answers).map(([linkId, a]) => questionnaireItem(plan, linkId, a)),
});

const claimOf = (plan: RequestPlan, supportingNames: readonly string[]): Json => {
  const info = supporting(plan, supportingNames);
  const reference = (name: string) => ({ reference: urn(`${plan.name}/${name}`) });
  return {
    resourceType: 'Claim',
    id: uuidOf(`${plan.name}/claim`),
    meta: profile('claim'),
    ...(plan.urgent
      ? { extension: [extension('levelOfServiceCode', { valueCodeableConcept: x12('1338', 'U') })] }
      : {}),
    identifier: [{ system: 'https://lakeside.example.org/request', value: `${plan.name}-1` }],
    status: 'active',
    type: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/claim-type', code: plan.claimType ?? 'professional' }],
    },
    use: 'preauthorization',
    patient: reference('patient'),
    created: `${plan.date}T10:00:00Z`,
    insurer: reference('insurer'),
    provider: reference('clinic'),
    priority: {
      coding: [
        { system: 'http://terminology.hl7.org/CodeSystem/processpriority', code: plan.urgent ? 'stat' : 'normal' },
      ],
    },
    careTeam: [
      {
        extension: [extension('careTeamClaimScope', { valueBoolean: true })],
        sequence: 1,
        provider: reference('role'),
      },
    ],
    ...(info.length > 0 ? { supportingInfo: info } : {}),
    diagnosis: plan.diagnoses.map((code, i) => ({
      sequence: i + 1,
      diagnosisCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] },
    })),
    insurance: [{ sequence: 1, focal: true, coverage: reference('coverage') }],
    item: plan.lines.map((line, i) => lineOf(plan, line, i)),
  };
};

const npiSystem = 'http://hl7.org/fhir/sid/us-npi';
export const clinicNpi = npiOf('130001234');
export const doctorNpi = npiOf('170004321');

const organization = (kind: 'insurer' | 'requestor', name: string, npi: string, entityType: string): Json => ({
  resourceType: 'Organization',
  meta: profile(kind),
  identifier: [{ system: npiSystem, value: npi }],
  active: true,
  type: [x12('98', entityType)],
  name,
});

const people = (plan: RequestPlan): Readonly<Record<string, Json>> => {
  const { person } = plan;
  const reference = (name: string) => ({ reference: urn(`${plan.name}/${name}`) });
  const memberType = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MB' }] };
  return {
    clinic: {
      ...organization('requestor', 'Lakeside Specialty Clinic', clinicNpi, 'X3'),
      telecom: [
        { system: 'phone', value: '+1 555 010 0200', use: 'work' },
        { system: 'fax', value: '+1 555 010 0201', use: 'work' },
      ],
      address: [{ line: ['12 Harbor Road'], city: 'Springfield', state: 'OH', postalCode: '45501', country: 'US' }],
    },
    insurer: organization('insurer', 'Prairie Health Plan', npiOf('190007777'), 'PR'),
    coverage: {
      resourceType: 'Coverage',
      meta: profile('coverage'),
      identifier: [{ type: memberType, value: person.memberNumber }],
      status: 'active',
      subscriberId: person.memberNumber,
      beneficiary: reference('patient'),
      relationship: {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/subscriber-relationship', code: 'self' },
          { system: 'https://codesystem.x12.org/005010/1069', code: '18' },
        ],
      },
      payor: [reference('insurer')],
      class: [
        {
          type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/coverage-class', code: 'plan' }] },
          value: 'PRAIRIE-MA-01',
          name: 'Prairie Advantage',
        },
      ],
    },
    patient: {
      resourceType: 'Patient',
      meta: profile('beneficiary'),
      identifier: [{ type: memberType, system: 'https://prairie.example.org/member', value: person.memberNumber }],
      name: [{ family: person.family, given: [person.given] }],
      gender: person.gender,
      birthDate: person.birthDate,
      address: [{ line: ['4 Elm Street'], city: 'Springfield', state: 'OH', postalCode: '45502', country: 'US' }],
    },
    role: {
      resourceType: 'PractitionerRole',
      meta: profile('practitionerrole'),
      practitioner: reference('doctor'),
      organization: reference('clinic'),
      specialty: [{ text: 'Internal medicine' }],
      telecom: [{ system: 'phone', value: '+1 555 010 0202', use: 'work' }],
    },
    doctor: {
      resourceType: 'Practitioner',
      meta: profile('practitioner'),
      identifier: [{ system: npiSystem, value: doctorNpi }],
      name: [{ family: 'Okonkwo', given: ['Ifeoma'] }],
    },
  };
};

/** A `$submit` Bundle of PAS 2.2.1 about invented people. */
export const requestBundle = (plan: RequestPlan): Json => {
  const supportingResources: Record<string, Json> = {};
  (plan.measurements ?? []).forEach((m, i) => {
    supportingResources[`measurement-${i + 1}`] = measurement(plan, m);
  });
  if (plan.answers) supportingResources.questionnaire = questionnaire(plan, plan.answers);
  if (plan.note) supportingResources.note = documentOf(plan, plan.note);
  const resources: Record<string, Json> = {
    claim: claimOf(plan, Object.keys(supportingResources)),
    ...people(plan),
    ...supportingResources,
  };
  return {
    resourceType: 'Bundle',
    meta: profile('pas-request-bundle'),
    identifier: { system: 'https://lakeside.example.org/submission', value: `${plan.name}-bundle` },
    type: 'collection',
    timestamp: `${plan.date}T10:00:01Z`,
    entry: Object.entries(resources).map(([name, resource]) => ({
      fullUrl: urn(`${plan.name}/${name}`),
      resource: { ...resource, id: uuidOf(`${plan.name}/${name}`) },
    })),
  };
};
