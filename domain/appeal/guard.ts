import type { PersonActor } from '../actor/actor.ts';
import type { CommandOf } from '../case/command.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { Case, CaseItem } from '../case/state.ts';
import { compareToRequest, grantsSomething } from '../determination/compare.ts';
import { evidenceProblem, qualificationProblem, rationaleProblem } from '../determination/guard.ts';
import type { Appeal } from './appeal.ts';
import type { LineDecision } from './command.ts';
import { isClinical, reviewerProblem } from './reviewer.ts';

type Decide = CommandOf<'DecideAppeal'>;

const authorizedProblem = (item: CaseItem, line: LineDecision): Refusal | undefined => {
  const n = item.sequence;
  if (line.outcome === 'upheld') return line.authorized ? refuse('authorizationNotAllowed', { item: n }) : undefined;
  if (!line.authorized || !grantsSomething(line.authorized)) return refuse('authorizationMissing', { item: n });
  const { lessThanRequested, otherService } = compareToRequest(item, line.authorized);
  const whole = !lessThanRequested && !otherService;
  if (line.outcome === 'overturned') return whole ? undefined : refuse('appealOverturnInPart', { item: n });
  return whole ? refuse('appealPartIsWhole', { item: n }) : undefined;
};

/** Everything that must be true before one person may leave a line, or a part of it, denied. */
const againstMemberProblem = (
  c: Case,
  a: Appeal,
  command: Decide,
  actor: PersonActor,
  { itemSequence: n, outcome }: LineDecision,
): Refusal | undefined => {
  const candidate = { ...actor, superiors: command.superiors };
  const lines = { appealId: a.appealId, itemSequences: a.itemSequences };
  if (a.reviewer?.userId !== actor.userId)
    return refuse('appealNotTheReviewer', { name: a.reviewer?.name ?? 'nobody' });
  return (
    reviewerProblem(c, lines, candidate, command.level, command.requirement, command.now) ??
    // A part that stays denied is decided anew, and every decision against a request needs a physician.
    (outcome === 'partiallyOverturned'
      ? qualificationProblem(actor, c, command.requirement, command.now)
      : undefined) ??
    (command.attestation.noConflictOfInterest && command.attestation.reviewedRecord
      ? undefined
      : refuse('attestationMissing')) ??
    evidenceProblem(c, command.evidenceOpened) ??
    (isClinical(c, [n]) && !command.criteria.some((r) => r.itemSequence === n)
      ? refuse('criteriaMissing', { item: n })
      : undefined) ??
    (command.newEvidence && command.level.sharesNewEvidence && a.evidenceShared.length === 0
      ? refuse('appealEvidenceNotShared')
      : undefined)
  );
};

/** New evidence was shared so that the member can answer: the time given for that has to be over, or an answer there. */
const answerAwaited = (a: Appeal, command: Decide): Refusal | undefined => {
  const last = a.evidenceShared.at(-1);
  return command.newEvidence && last && command.now < last.respondBy
    ? refuse('appealAnswerAwaited', { until: last.respondBy })
    : undefined;
};

export const decisionProblem = (c: Case, a: Appeal, command: Decide, line: LineDecision): Refusal | undefined => {
  const { actor } = command;
  if (actor.kind !== 'person') return refuse('personRequired');
  const item = c.items.find((i) => i.sequence === line.itemSequence);
  if (!item) return refuse('itemUnknown', { item: line.itemSequence });
  const names = command.criteria.filter((r) => r.itemSequence === item.sequence).map((r) => r.name);
  return (
    authorizedProblem(item, line) ??
    (line.outcome === 'overturned'
      ? undefined
      : (againstMemberProblem(c, a, command, actor, line) ?? answerAwaited(a, command))) ??
    rationaleProblem(item.sequence, 'rationale', line.rationale, names) ??
    rationaleProblem(item.sequence, 'memberRationale', line.memberRationale, names)
  );
};
