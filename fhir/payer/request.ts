import type { LineProvider, OutgoingLine, OutgoingRequest } from '@openum/domain/payer/outgoing.ts';
import { system } from '../systems.ts';
import { collection, naming } from './bundle.ts';
import { coded, extension, type Json, practiceSystem, profile } from './element.ts';
import { parties, type Refer } from './parties.ts';
import places from './places.json' with { type: 'json' };

const placeOf = (levelOfCare: string): string =>
  (places.byLevelOfCare as Readonly<Record<string, string>>)[levelOfCare] ?? '11';

/** X12 1322: an extension of what was asked for, or a first request. */
const certificationOf = (line: OutgoingLine): string => (line.kind === 'continuedStay' ? '4' : 'I');

const itemOf = (request: OutgoingRequest, npi: string, line: OutgoingLine): Json => ({
  extension: [
    extension('serviceItemRequestType', { valueCodeableConcept: coded(system.requestType, 'HS') }),
    extension('certificationType', { valueCodeableConcept: coded(system.certificationType, certificationOf(line)) }),
    extension('itemTraceNumber', {
      valueIdentifier: { system: practiceSystem(npi, 'line'), value: `${line.submissionId}-${line.code}` },
    }),
    ...(request.continues && !request.informs && line.submissionId === request.submissionId
      ? [extension('infoChanged', { valueCode: 'added' })]
      : []),
  ],
  sequence: line.sequence,
  careTeamSequence: [1],
  diagnosisSequence: request.diagnoses.map((_, at) => at + 1),
  // X12 1365: mental health.
  category: coded(system.serviceType, 'MH'),
  productOrService: coded(system.hcpcs, line.code),
  servicedPeriod: { start: line.from, end: line.to },
  locationCodeableConcept: coded(system.placeOfService, placeOf(line.levelOfCare)),
  ...(line.units === undefined ? {} : { quantity: { value: line.units, unit: 'DA' } }),
});

const temporary = (code: string): Json => coded(system.pasTemporary, code);

const supporting = (request: OutgoingRequest, refer: (name: 'note') => Json): readonly Json[] =>
  [
    {
      category: temporary('admissionDates'),
      timingPeriod: { start: request.admittedOn, ...(request.dischargedOn ? { end: request.dischargedOn } : {}) },
    },
    {
      extension: [
        extension('documentInformation', {
          extension: [
            { url: 'reportTypeCode', valueCodeableConcept: coded(system.reportType, 'OZ') },
            { url: 'transmissionMethod', valueCodeableConcept: coded('https://codesystem.x12.org/005010/756', 'EL') },
          ],
        }),
      ],
      category: temporary('additionalInformation'),
      valueReference: refer('note'),
    },
  ].map((s, at) => ({ sequence: at + 1, ...s }));

const noteOf = (request: OutgoingRequest, npi: string, base64: string, refer: Refer): Json => ({
  resourceType: 'DocumentReference',
  meta: profile('documentreference'),
  identifier: [{ system: practiceSystem(npi, 'summary'), value: request.messageId }],
  status: 'current',
  type: coded('http://loinc.org', '11506-3'),
  category: [coded('http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category', 'clinical-note')],
  subject: refer('patient'),
  date: request.at,
  author: [refer('provider')],
  content: [
    {
      attachment: { contentType: 'text/plain; charset=utf-8', data: base64, title: 'Clinical summary' },
      format: {
        system: 'http://ihe.net/fhir/ihe.formatcode.fhir/CodeSystem/formatcode',
        code: 'urn:ihe:iti:xds:2017:mimeTypeSufficient',
      },
    },
  ],
});

const claimOf = (
  request: OutgoingRequest,
  as: LineProvider,
  lines: readonly OutgoingLine[],
  refer: Refer & ((name: 'note') => Json),
  update: boolean,
): Json => ({
  resourceType: 'Claim',
  meta: profile(update ? 'claim-update' : 'claim'),
  ...(request.urgent
    ? { extension: [extension('levelOfServiceCode', { valueCodeableConcept: coded(system.levelOfService, 'U') })] }
    : {}),
  identifier: [{ system: practiceSystem(as.npi, 'request'), value: request.seriesId }],
  status: 'active',
  type: coded(system.claimType, 'institutional'),
  use: 'preauthorization',
  patient: refer('patient'),
  created: request.at,
  insurer: refer('insurer'),
  provider: refer('provider'),
  priority: coded(system.priority, request.urgent ? 'stat' : 'normal'),
  ...(update
    ? {
        related: [
          {
            claim: refer('prior'),
            relationship: coded('http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship', 'prior'),
          },
        ],
      }
    : {}),
  careTeam: [
    {
      extension: [extension('careTeamClaimScope', { valueBoolean: true })],
      sequence: 1,
      provider: request.clinician?.npi ? refer('clinicianRole') : refer('provider'),
    },
  ],
  supportingInfo: supporting(request, refer),
  diagnosis: request.diagnoses.map((code, at) => ({
    sequence: at + 1,
    diagnosisCodeableConcept: coded(system.icd10cm, code),
  })),
  insurance: [{ sequence: 1, focal: true, coverage: refer('coverage') }],
  item: lines.map((line) => itemOf(request, as.npi, line)),
});

export type RequestContext = {
  readonly as: LineProvider;
  readonly newId: () => string;
  /** The summary as base64 of its UTF-8 bytes. */
  readonly summaryBase64: string;
};

/**
 * The `$submit` Bundle of a practice (PAS 2.2.1). A request that goes on from an earlier one is an update: it brings along the Claim
 * that it replaces, and repeats its lines.
 */
export const submissionBundle = (request: OutgoingRequest, { as, newId, summaryBase64 }: RequestContext): Json => {
  const { idOf, refer } = naming(newId);
  const earlier = request.informs
    ? request.lines
    : request.lines.filter((l) => l.submissionId !== request.submissionId);
  return collection(
    profile('pas-request-bundle'),
    { system: practiceSystem(as.npi, 'submission'), value: request.messageId },
    request.at,
    [
      ['claim', claimOf(request, as, request.lines, refer, request.continues)],
      ...(request.continues
        ? [['prior', claimOf({ ...request, continues: false }, as, earlier, refer, false)] as const]
        : []),
      ...parties(request, as, refer),
      ['note', noteOf(request, as.npi, summaryBase64, refer)],
    ],
    idOf,
  );
};
