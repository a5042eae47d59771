import { type Refusal, type RefusalCode, refusalSentence } from '@openum/domain/case/refusal.ts';
import { fieldWord } from '../contract/fieldWords.ts';
import type { ProblemBody } from '../contract/refusal.ts';

/** Ends a request with a status and a body that a person can read. */
export class Problem extends Error {
  readonly status: number;
  readonly body: ProblemBody;
  constructor(status: number, body: ProblemBody) {
    super(body.code);
    this.status = status;
    this.body = body;
  }
}

export const problem = (
  status: number,
  code: ProblemBody['code'],
  message: string,
  more: Partial<ProblemBody> = {},
): Problem => new Problem(status, { code, message, ...more });

/** Refusals of the domain on the wire; whatever is not named is 422: understood, and refused. */
const statusOf: Partial<Record<RefusalCode, number>> = {
  caseNotFound: 404,
  arrivalNotFound: 404,
  arrivalIsACase: 409,
  arrivalSettled: 409,
  caseExists: 409,
  episodeNotFound: 404,
  payerFileNotFound: 404,
  verificationRepeated: 409,
  episodeExists: 409,
  patientPresent: 409,
  serviceRepeated: 409,
  serviceBilled: 409,
  authorizationRepeated: 409,
  submissionRepeated: 409,
  submissionAnswered: 409,
  staleVersion: 409,
  notAllowedInStatus: 409,
  alreadyAssigned: 409,
  assignedToAnother: 409,
  itemAlreadyDetermined: 409,
  informationRequestOpen: 409,
  clockStopped: 409,
  clockPastDue: 409,
  clockAlreadyExtended: 409,
  roleMissing: 403,
  personRequired: 403,
  decidedAtPractice: 403,
  notQualified: 403,
  licenceMissing: 403,
  specialtyMissing: 403,
  conflictOfInterest: 403,
  conflictDeclared: 403,
  boardCertificationMissing: 403,
  physicianUnknown: 404,
  part2Closed: 403,
};

/** Its sentence, with the field in the words of the screens. */
const sentenceOf = (r: Refusal): string =>
  refusalSentence(
    typeof r.facts.field === 'string' ? { ...r, facts: { ...r.facts, field: fieldWord(r.facts.field) } } : r,
  );

export const refusalProblem = (r: Refusal): Problem =>
  new Problem(statusOf[r.code] ?? 422, { code: r.code, message: sentenceOf(r), facts: r.facts });
