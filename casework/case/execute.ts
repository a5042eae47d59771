import type { Actor } from '@openum/domain/actor/actor.ts';
import type { CaseCommand } from '@openum/domain/case/command.ts';
import { decide } from '@openum/domain/case/decide.ts';
import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { evolve } from '@openum/domain/case/evolve.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { AuthorizationRequest } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { noticesToAnnounce, noticesToSend } from '@openum/domain/delivery/delivery.ts';
import { lettersOwed } from '@openum/domain/notice/owed.ts';
import { physicianOwed } from '@openum/domain/physician/waiting.ts';
import { presentStage } from '@openum/domain/stay/review.ts';
import type { Casework } from '../casework.ts';
import { clocksOnDecision } from '../clock/onDecision.ts';
import { overdueClocks } from '../clock/overdue.ts';
import { bringPages } from '../document/readable.ts';
import { withOwnCriteria } from '../ownCriteria/knowledge.ts';
import type { Append, StoredEvent } from '../port/caseStore.ts';
import type { Environment } from '../port/environment.ts';
import type { Scope } from '../port/scope.ts';
import { project } from '../projection/project.ts';
import { type LoadedCase, loadCase } from './load.ts';

export type Execution = {
  readonly caseId: string;
  /** Number of events that the person was looking at; absent for acts that lose nothing on a newer state. */
  readonly expectedVersion?: number;
  readonly commandId?: string;
  readonly documents?: Append['documents'];
  readonly notices?: Append['notices'];
  /** Builds the command from what the case is now; knowledge (rules, criteria) is put in here, never by the caller of the API. */
  readonly command: (loaded: LoadedCase) => CaseCommand | Refusal | Promise<CaseCommand | Refusal>;
};

export type Executed =
  | { readonly kind: 'done'; readonly version: number; readonly state: Case; readonly events: readonly RecordedEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'stale'; readonly version: number; readonly since: readonly StoredEvent[] };

/** The request as the rules on its decision see it: at the stage and with the urgency that it has come to. */
const asDecidedNow = (c: Case): AuthorizationRequest => ({
  ...c.request,
  reviewType: presentStage(c),
  urgency: c.urgency,
});

/** Acts that stay right on whatever state they meet, so that a newer version is no reason to stop the person. */
const additive: readonly CaseCommand['type'][] = [
  'AddNote',
  'AttachDocument',
  'RemindOwner',
  'MarkPart2',
  'AnswerSuggestion',
  'AnswerExtractedFact',
];

/** Letters made and sent by themselves: they follow from the record, and change nothing that a person weighed. */
const isLetterWork = ({ actor }: RecordedEvent): boolean => actor.kind === 'system' && actor.component === 'notices';

/** Whether what came since leaves an act as it was meant. To the work on letters another letter is what matters. */
const leavesActOf = (actor: Actor, since: readonly RecordedEvent[]): boolean =>
  since.length === 0 || (actor.kind !== 'system' && since.every(isLetterWork));

/** Whether the case is still the one that the actor was looking at, but for letters. */
const isAsSeen = (events: readonly RecordedEvent[], seen: number, actor: Actor): boolean =>
  seen <= events.length && leavesActOf(actor, events.slice(seen));

const maxAttempts = 5;

/** The answer to an intention that was carried out before: all is as it is. */
const unchanged = ({ state }: LoadedCase): Executed => ({ kind: 'done', version: state.version, state, events: [] });

/**
 * Load, decide, append: one act on one case. Two people at once: the log takes the first, and the second learns what changed.
 * An act without `expectedVersion`, or one that met nothing but letters, is decided again on the newer state, a bounded
 * number of times.
 */
export const execute = async (casework: Casework, scope: Scope, execution: Execution): Promise<Executed> => {
  const { cases, environment, knowledge } = casework;
  const { commandId } = execution;
  const isDone = async (): Promise<boolean> => commandId !== undefined && (await cases.commandDone(scope, commandId));
  for (let attempt = 1; ; attempt++) {
    const [loaded, own] = await Promise.all([
      loadCase(cases, scope, execution.caseId),
      withOwnCriteria(casework, scope),
    ]);
    if (!loaded) return { kind: 'refused', refusal: refuse('caseNotFound') };
    const asked = await execution.command(loaded);
    if (isRefusal(asked)) return { kind: 'refused', refusal: asked };
    const command: CaseCommand = {
      ...asked,
      overdue: asked.type === 'NoteMissedDeadline' ? [] : overdueClocks(loaded, own, asked.now),
      onDecision: clocksOnDecision(asDecidedNow(loaded.state), asked.now, casework),
    };

    const seen = additive.includes(command.type) ? undefined : execution.expectedVersion;
    if (seen !== undefined && !isAsSeen(loaded.events, seen, command.actor)) {
      if (await isDone()) return unchanged(loaded);
      return { kind: 'stale', version: loaded.state.version, since: loaded.events.slice(seen) };
    }

    const events = decide(command, loaded.state);
    if (isRefusal(events)) {
      if (await isDone()) return unchanged(loaded);
      return { kind: 'refused', refusal: events };
    }
    const state = events.reduce((s, e) => evolve(s, e) as Case, loaded.state);
    const outcome = await cases.append(scope, {
      caseId: execution.caseId,
      expectedVersion: loaded.state.version,
      events,
      ...(commandId ? { commandId } : {}),
      rows: project(execution.caseId, state, knowledge),
      ...(execution.documents ? { documents: execution.documents } : {}),
      ...(execution.notices ? { notices: execution.notices } : {}),
      outbox: outboxOf(execution.caseId, state, events, environment),
    });
    switch (outcome.kind) {
      case 'appended':
        return { kind: 'done', version: outcome.version, state, events };
      case 'sameCommand':
        return { kind: 'done', version: outcome.version, state: loaded.state, events: [] };
      case 'conflict':
        if ((seen === undefined || leavesActOf(command.actor, outcome.since)) && attempt < maxAttempts) continue;
        return { kind: 'stale', version: outcome.version, since: outcome.since };
      case 'sameMessage':
      case 'messageReused':
        throw new Error(`an append without a message met ${outcome.kind}`);
      default: {
        const never: never = outcome;
        return never;
      }
    }
  }
};

/** The work that this state of a case, and what was just written, leave to be done. */
export const outboxOf = (
  caseId: string,
  c: Case,
  written: readonly RecordedEvent[],
  { newId }: Pick<Environment, 'newId'>,
): Append['outbox'] =>
  [
    ...(lettersOwed(c) ? (['notices.due'] as const) : []),
    ...(noticesToSend(c).length > 0 || noticesToAnnounce(c).length > 0 ? (['letters.send'] as const) : []),
    ...(physicianOwed(c) ? (['physician.due'] as const) : []),
    ...(bringPages(written) ? (['documents.read'] as const) : []),
  ].map((topic) => ({ outboxId: newId(), topic, caseId }));
