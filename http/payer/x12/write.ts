import type { BenefitQuestion, FileEnvelope, FileRequest } from '@openum/casework/port/fileLines.ts';
import { levelNaming } from '@openum/content/payerFile/levels.ts';
import { nameParts } from '@openum/domain/payer/clinicianName.ts';
import type { LineProvider, OutgoingLine, OutgoingRequest } from '@openum/domain/payer/outgoing.ts';
import type { PartnerId } from '@openum/domain/payerFile/file.ts';
import { dateInZone, wallClockOf } from '@openum/domain/time/instant.ts';
import { acknowledgeGroup, acknowledgeInterchange } from '@openum/x12/acknowledgment/acknowledge.ts';
import { acknowledgmentVersion } from '@openum/x12/acknowledgment/acknowledgment.ts';
import { writeGroupAcknowledgment, writeInterchangeAcknowledgment } from '@openum/x12/acknowledgment/codec.ts';
import { readAuthorizationAnswer } from '@openum/x12/authorization/answer.ts';
import {
  type AuthorizationRequest,
  authorizationVersion,
  type Organization,
} from '@openum/x12/authorization/request.ts';
import { writeAuthorizationRequest } from '@openum/x12/authorization/writeRequest.ts';
import { readEligibilityAnswer, writeInquiry } from '@openum/x12/eligibility/codec.ts';
import { eligibilityVersion } from '@openum/x12/eligibility/eligibility.ts';
import type { Transaction } from '@openum/x12/envelope/interchange.ts';
import { readFile } from '@openum/x12/envelope/read.ts';
import { type OutgoingInterchange, type OutgoingTransaction, writeInterchange } from '@openum/x12/envelope/write.ts';
import { readRemittance } from '@openum/x12/remittance/read.ts';
import { problem, type X12Problem } from '@openum/x12/text/problem.ts';
import { dateText } from '@openum/x12/text/value.ts';

/** How the two sides of a line know each other. */
export type Partners = {
  readonly sender: PartnerId;
  readonly receiver: PartnerId;
  readonly usage: 'P' | 'T';
  readonly payer: Organization;
  readonly provider: LineProvider;
};

const clockText = ({ at, zone }: FileEnvelope): { readonly on: string; readonly at: string } => ({
  on: dateText(dateInZone(at, zone)),
  at: wallClockOf(at, zone).slice(11, 16).replace(':', ''),
});

type Content = Pick<OutgoingInterchange, 'groupCode' | 'version' | 'transactions' | 'acknowledgments'>;

const interchange = (p: Partners, envelope: FileEnvelope, content: Content): string =>
  writeInterchange({
    sender: p.sender,
    receiver: p.receiver,
    usage: p.usage,
    control: envelope.control,
    ...clockText(envelope),
    ...content,
  });

/** ICD-10-CM goes without its point; ABK is the principal diagnosis. */
const diagnosis = (code: string, at: number) => ({ qualifier: at === 0 ? 'ABK' : 'ABF', code: code.replace('.', '') });

const service = (l: OutgoingLine): AuthorizationRequest['services'][number] => ({
  code: l.code,
  modifiers: [],
  from: l.from,
  to: l.to,
  ...(l.units === undefined ? {} : { quantity: l.units }),
  unit: 'UN',
});

const attendingOf = ({ name, npi }: NonNullable<OutgoingRequest['clinician']>) => ({
  ...nameParts(name),
  ...(npi ? { npi } : {}),
});

/** A request for review (278) as a file. */
export const requestText = (
  p: Partners,
  { request: q, previousAuthorization }: FileRequest,
  e: FileEnvelope,
): string => {
  const clock = clockText(e);
  const [first] = q.lines;
  const naming = levelNaming(first?.levelOfCare ?? '', q.diagnoses[0]);
  const days = q.lines.flatMap((l) => [l.from, l.to]).toSorted();
  const [from] = days;
  const to = days.at(-1);
  const body = writeAuthorizationRequest({
    reference: q.submissionId,
    madeOn: dateInZone(e.at, e.zone),
    madeAt: clock.at,
    payer: p.payer,
    requester: {
      name: p.provider.name,
      id: p.provider.npi,
      idQualifier: 'XX',
      phone: p.provider.phone.replace(/\D/g, ''),
    },
    subscriber: {
      family: q.patient.family,
      given: q.patient.given,
      birthDate: q.patient.birthDate,
      memberNumber: q.memberNumber,
    },
    ...(q.clinician ? { attending: attendingOf(q.clinician) } : {}),
    // TRN03 is an identifier of the sender: a 9 before the NPI fills its ten places (005010X217).
    trace: { number: q.submissionId, by: p.provider.npi },
    category: naming.category,
    certification: first?.kind === 'continuedStay' ? '4' : 'I',
    serviceType: naming.serviceType,
    ...(naming.placeOfService ? { facility: { code: naming.placeOfService, qualifier: 'B' } } : {}),
    ...(q.urgent ? { levelOfService: 'U' } : {}),
    ...(previousAuthorization ? { previousAuthorization } : {}),
    ...(from && to ? { from, to } : {}),
    ...(naming.category === 'AR' ? { admittedOn: q.admittedOn } : {}),
    diagnoses: q.diagnoses.map(diagnosis),
    message: q.summary.replace(/\s+/g, ' ').trim(),
    services: q.lines.map(service),
  });
  return interchange(p, e, {
    groupCode: 'HI',
    version: authorizationVersion,
    transactions: [{ set: '278', version: authorizationVersion, body }],
  });
};

/** A question about benefits (270) as a file. */
export const questionText = (p: Partners, q: BenefitQuestion, e: FileEnvelope): string => {
  const body = writeInquiry({
    reference: q.questionId,
    askedOn: dateInZone(e.at, e.zone),
    askedAt: clockText(e).at,
    payer: p.payer,
    provider: { name: p.provider.name, id: p.provider.npi, idQualifier: 'XX' },
    subscriber: {
      family: q.patient.family,
      given: q.patient.given,
      birthDate: q.patient.birthDate,
      memberNumber: q.memberNumber,
    },
    trace: { number: q.questionId, by: p.provider.npi },
    on: q.on,
    serviceTypes: q.serviceTypes,
  });
  return interchange(p, e, {
    groupCode: 'HS',
    version: eligibilityVersion,
    transactions: [{ set: '270', version: eligibilityVersion, body }],
  });
};

const problemsOf = (t: Transaction): readonly X12Problem[] => {
  switch (t.set) {
    case '278':
      return readAuthorizationAnswer(t).problems;
    case '271':
      return readEligibilityAnswer(t).problems;
    case '835':
      return readRemittance(t).problems;
    default:
      return [problem('otherSet', { id: 'ST', position: t.position }, 'nobody here reads this', { element: 1 })];
  }
};

/** What is said back about a file: never about an acknowledgment, so that two systems do not answer each other without end. */
export const acknowledgmentText = (p: Partners, received: string, e: FileEnvelope): string | undefined => {
  const { interchanges } = readFile([received]);
  const acknowledgments = interchanges
    .filter((i) => i.acknowledgmentWanted)
    .map((i) => writeInterchangeAcknowledgment(acknowledgeInterchange(i)));
  const transactions: readonly OutgoingTransaction[] = interchanges
    .flatMap((i) => i.groups)
    .filter((g) => g.code !== 'FA' && g.transactions.length > 0)
    .map((g) => ({
      set: '999',
      version: acknowledgmentVersion,
      body: writeGroupAcknowledgment(acknowledgeGroup(g, problemsOf)),
    }));
  if (acknowledgments.length + transactions.length === 0) return undefined;
  return interchange(p, e, { groupCode: 'FA', version: acknowledgmentVersion, transactions, acknowledgments });
};
