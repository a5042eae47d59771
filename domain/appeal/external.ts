import type { CommandOf } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { compareToRequest, grantsSomething } from '../determination/compare.ts';
import { dateInZone } from '../time/instant.ts';
import { awaitsAnswer } from './answer.ts';
import { type Appeal, isExternalAppeal } from './appeal.ts';
import { approvedOnReview, itemOf, linesMismatch, partlyOnReview } from './resolve.ts';

export const nameOrganization = (a: Appeal, command: CommandOf<'NameReviewOrganization'>): Decided => {
  const { appealId, name, reference, clocks } = command;
  if (!isExternalAppeal(a)) return refuse('appealNotExternal');
  if (a.organization || a.forwarded) return refuse('appealAlreadyForwarded');
  return (
    required('name', name) ?? [
      { type: 'ReviewOrganizationNamed', data: { appealId, name, ...(reference ? { reference } : {}), clocks } },
    ]
  );
};

export const forwardAppeal = (a: Appeal, command: CommandOf<'ForwardAppeal'>): Decided => {
  const { appealId, to, method, tracking, packet } = command;
  if (!isExternalAppeal(a)) return refuse('appealNotExternal');
  if (a.forwarded) return refuse('appealAlreadyForwarded');
  const { documentId: packetDocumentId, sha256: packetSha256 } = packet;
  const data = { appealId, to, method, ...(tracking ? { tracking } : {}), packetDocumentId, packetSha256 };
  return (
    required('to', to) ?? [
      { type: 'DocumentAttached', data: packet },
      { type: 'AppealForwarded', data },
    ]
  );
};

/** A question to the body outside when its answer is late, or before: whom was asked, what was said, and when to ask again. */
export const chaseAnswer = (a: Appeal, command: CommandOf<'ChaseExternalAnswer'>): Decided => {
  const { appealId, asked, answer, askAgainAt, now } = command;
  if (!awaitsAnswer(a)) return refuse('appealNotForwarded');
  if (askAgainAt <= now) return refuse('fieldInvalid', { field: 'askAgainAt', problem: 'it must lie after now' });
  return (
    required('asked', asked) ??
    required('answer', answer) ?? [{ type: 'ExternalAnswerChased', data: { appealId, asked, answer, askAgainAt } }]
  );
};

/** The body outside decides; here it is written down, and what it grants is authorized. It binds the plan. */
export const receiveExternalDecision = (c: Case, a: Appeal, command: CommandOf<'ReceiveExternalDecision'>): Decided => {
  const { appealId, decidedBy, decidedOn, reference, lines, clocks, now } = command;
  if (!isExternalAppeal(a)) return refuse('appealNotExternal');
  if (!a.forwarded) return refuse('appealNotForwarded');
  if (decidedOn > dateInZone(now, c.request.zone))
    return refuse('fieldInvalid', { field: 'decidedOn', problem: 'it cannot lie in the future' });
  const problem =
    required('decidedBy', decidedBy) ??
    linesMismatch(
      a,
      lines.map((l) => l.itemSequence),
    );
  if (problem) return problem;
  const onReview = { kind: 'appeal', id: appealId } as const;
  const changed: CaseEvent[] = [];
  for (const { itemSequence, outcome, summary, authorized } of lines) {
    const empty = required(`summary (item ${itemSequence})`, summary);
    if (empty) return empty;
    const item = itemOf(c, itemSequence);
    if (outcome === 'upheld') {
      if (authorized) return refuse('authorizationNotAllowed', { item: itemSequence });
      continue;
    }
    if (!authorized || !grantsSomething(authorized)) return refuse('authorizationMissing', { item: itemSequence });
    const { lessThanRequested, otherService } = compareToRequest(item, authorized);
    const whole = !lessThanRequested && !otherService;
    if (outcome === 'overturned' && !whole) return refuse('appealOverturnInPart', { item: itemSequence });
    if (outcome === 'partiallyOverturned' && whole) return refuse('appealPartIsWhole', { item: itemSequence });
    changed.push(
      whole
        ? approvedOnReview(
            itemSequence,
            onReview,
            { kind: 'rule', rule: `external:${a.body}` },
            authorized,
            summary,
            now,
          )
        : partlyOnReview(item, onReview, authorized, now, {}),
    );
  }
  const data = {
    appealId,
    decidedBy,
    decidedOn,
    ...(reference ? { reference } : {}),
    lines,
    clocks: changed.length > 0 ? clocks : [],
  };
  return [{ type: 'ExternalDecisionReceived', data }, ...changed];
};
