import type { Actor, PersonActor, Qualification } from '../actor/actor.ts';
import type { CommandOf, ItemDecision, ReviewerRequirement } from '../case/command.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { Case, CaseItem } from '../case/state.ts';
import { fieldWords } from '../matching/reasons.ts';
import { documentsInTime } from '../retrospective/evidence.ts';
import type { Instant } from '../time/instant.ts';
import { compareToRequest, grantsSomething } from './compare.ts';
import type { AdverseOutcome } from './determination.ts';
import { asksForThemselves, dayOfAct, holdsOneOf, isLicensed, licenceState } from './qualified.ts';
import { rationaleProblems } from './rationale.ts';

export type AdverseDecision = Extract<ItemDecision, { outcome: AdverseOutcome }>;
export type QualifiedPerson = PersonActor & {
  readonly qualification: Qualification;
};

/** A physician with an active licence, not expired on the day of the act, of the state that the rule asks for. */
export const qualificationProblem = (
  actor: Actor,
  c: Case,
  requirement: ReviewerRequirement,
  now: Instant,
): Refusal | undefined => {
  if (actor.kind !== 'person') return refuse('personRequired');
  const q = actor.qualification;
  if (q?.profession !== 'physician')
    return refuse('notQualified', {
      profession: q?.profession ?? 'not stated',
    });
  const state = licenceState(c);
  const today = dayOfAct(c, now);
  if (!isLicensed(q, requirement, state, today)) {
    return refuse('licenceMissing', {
      state: requirement.licence === 'anyState' ? 'any state' : state,
      date: today,
    });
  }
  const wanted = requirement.specialties;
  if (wanted !== undefined && !holdsOneOf(q, wanted)) {
    return refuse('specialtyMissing', { specialties: wanted.map(fieldWords) });
  }
  if (requirement.boardCertified && !q.boardCertified) {
    return refuse('boardCertificationMissing', { citation: requirement.citation });
  }
  if (asksForThemselves(q, c)) return refuse('conflictOfInterest');
  return undefined;
};

export const evidenceProblem = (c: Case, opened: readonly string[]): Refusal | undefined => {
  // What became known after the care is no evidence about it, so nobody has to read it.
  const missing = documentsInTime(c.documents, c.request).filter((d) => !opened.includes(d.documentId));
  return missing.length === 0 ? undefined : refuse('evidenceNotOpened', { documents: missing.map((d) => d.title) });
};

export const rationaleProblem = (
  item: number,
  field: string,
  text: string,
  criteriaNames: readonly string[],
): Refusal | undefined => {
  const name = `${field} (item ${item})`;
  if (text.trim() === '') return refuse('rationaleMissing', { field: name });
  const problem = rationaleProblems(text, criteriaNames)[0];
  return problem === undefined ? undefined : refuse('rationaleTooGeneric', { field: name, problem });
};

/** What is authorized must match the name of the outcome; checked for favourable and adverse decisions alike. */
export const authorizedProblem = (item: CaseItem, decision: ItemDecision): Refusal | undefined => {
  const n = item.sequence;
  if (decision.outcome === 'denied')
    return decision.authorized ? refuse('authorizationNotAllowed', { item: n }) : undefined;
  const authorized = decision.authorized;
  if (!authorized) return refuse('authorizationMissing', { item: n });
  const { lessThanRequested, otherService } = compareToRequest(item, authorized);
  if (!grantsSomething(authorized)) return refuse('authorizationMissing', { item: n });
  if (decision.outcome === 'approved') {
    return lessThanRequested || otherService ? refuse('reductionIsAdverse', { item: n }) : undefined;
  }
  if (decision.outcome === 'partiallyApproved') {
    return lessThanRequested && !otherService ? undefined : refuse('notAReduction', { item: n });
  }
  return otherService ? undefined : refuse('modificationOfNothing', { item: n });
};

/** What a person brings to a decision against a request, whatever the act that makes it. */
export type AdverseBasis = Pick<
  CommandOf<'DetermineItems'>,
  'actor' | 'now' | 'requirement' | 'criteria' | 'attestation' | 'evidenceOpened'
>;

/** Guard rail 1: everything that must be true before one person may decide against a request. */
export const adverseProblem = (command: AdverseBasis, c: Case, decision: AdverseDecision): Refusal | undefined => {
  const n = decision.itemSequence;
  const criteriaNames = command.criteria.filter((r) => r.itemSequence === n).map((r) => r.name);
  return (
    qualificationProblem(command.actor, c, command.requirement, command.now) ??
    (command.attestation.noConflictOfInterest && command.attestation.reviewedRecord
      ? undefined
      : refuse('attestationMissing')) ??
    evidenceProblem(c, command.evidenceOpened) ??
    (decision.reasonCodes.every((code) => code.trim() === '') ? refuse('reasonCodeMissing', { item: n }) : undefined) ??
    // A letter without its criteria may not go out, and a decision without its letter may not stand.
    (decision.reasonClass === 'medicalNecessity' && criteriaNames.length === 0
      ? refuse('criteriaMissing', { item: n })
      : undefined) ??
    rationaleProblem(n, 'rationale', decision.rationale, criteriaNames) ??
    rationaleProblem(n, 'memberRationale', decision.memberRationale, criteriaNames)
  );
};
