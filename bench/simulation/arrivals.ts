import { createHash } from 'node:crypto';
import type { Arrival, ArrivingItem } from '@openum/casework/intake/arrival.ts';
import type { RegisteredMember } from '@openum/casework/port/register.ts';
import { criteriaSets } from '@openum/content/criteria/load.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { addDays, calendarDate, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import { clinics, tenant } from './population.ts';
import type { Asked, Program } from './programs.ts';
import type { Random } from './random.ts';

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
