import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { type Brief, briefOf } from '@openum/domain/brief/brief.ts';
import { historyOf } from '@openum/domain/brief/history.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { Match } from '@openum/domain/matching/match.ts';
import { declaredConflict } from '@openum/domain/matching/party.ts';
import { waitingItems } from '@openum/domain/physician/waiting.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { receiptsOf } from '../clock/receipts.ts';
import { physiciansOf } from '../matching/people.ts';
import { demandFor, rankFor } from '../matching/rank.ts';
import { asShownTo } from '../part2/access.ts';
import { demandOf } from '../peerToPeer/basis.ts';
import type { Scope } from '../port/scope.ts';

export type BriefReading = {
  readonly caseId: string;
  readonly brief: Brief;
  /** Everybody who might decide, whoever should have the case first in front. */
  readonly ranked: readonly Match[];
  /** Other cases whose record went into it, for the log of reads. */
  readonly alsoRead: readonly string[];
};

const mostEarlierCases = 10;

const labelsOf = (cases: readonly Case[], { knowledge }: Casework): ReadonlyMap<string, string> =>
  new Map(
    cases
      .flatMap((c) => c.items)
      .flatMap((i) => {
        const label = serviceOf(knowledge.services, i.service)?.label ?? i.service.display;
        return label ? [[i.service.code, label] as const] : [];
      }),
  );

/** The brief of the lines that wait for a physician. Whoever calls this writes the reading down, of this case and of `alsoRead`. */
export const readBrief = async (
  casework: Casework,
  scope: Scope,
  caseId: string,
  reader: PersonActor,
): Promise<BriefReading | Refusal> => {
  const { cases, knowledge, environment, workList } = casework;
  const loaded = await loadCase(cases, scope, caseId);
  if (!loaded) return refuse('caseNotFound');
  const { state } = loaded;
  const now: Instant = environment.now();
  const [ofMember, people] = await Promise.all([
    workList.ofMember(scope, state.request.member.memberNumber, mostEarlierCases + 1),
    physiciansOf(casework, scope),
  ]);
  // Whoever has an interest in the outcome is not shown what it turns on.
  const conflict = declaredConflict(people.find((p) => p.userId === reader.userId)?.conflicts ?? [], state);
  if (conflict) return refuse('conflictDeclared', { with: conflict.kind === 'member' ? 'this member' : conflict.name });
  const others = ofMember.filter((r) => r.caseId !== caseId).slice(0, mostEarlierCases);
  const earlier = (await Promise.all(others.map((r) => loadCase(cases, scope, r.caseId)))).flatMap((l) =>
    l ? [l] : [],
  );
  const services = waitingItems(state).map((i) => i.service);
  return {
    caseId,
    brief: briefOf(asShownTo(loaded, reader).state, {
      receipts: receiptsOf(state, knowledge, now),
      demand: demandFor(state, knowledge),
      peerToPeer: demandOf(state, knowledge, now),
      history: historyOf(earlier, services),
      labels: labelsOf([state, ...earlier.map((l) => l.state)], casework),
      now,
    }),
    ranked: rankFor(state, people, knowledge, now),
    alsoRead: earlier.map((l) => l.caseId),
  };
};
