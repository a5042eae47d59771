import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { Candidates, Replay, ReplayFinding, Replays } from '@openum/casework/port/replays.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { compareText, perTenant } from './tenants.ts';

type Kept = { replay: Replay; cursor: string; leasedUntil?: Instant; findings: readonly ReplayFinding[] };

export const memoryReplays = (
  cases: Pick<CaseStore, 'events'>,
  rowsOf: (scope: Scope) => readonly CaseRows[],
): Replays => {
  const tenants = perTenant(() => new Map<string, Kept>());
  const concerned = (scope: Scope, { services, decidedFrom, decidedBefore }: Candidates): readonly string[] =>
    rowsOf(scope)
      .filter(({ items }) =>
        items.some(
          ({ serviceCode, firstDecidedOn: on }) =>
            services.includes(serviceCode) && on !== undefined && on >= decidedFrom && on < decidedBefore,
        ),
      )
      .map((r) => r.case.caseId)
      .sort(compareText);
  const running = (scope: Scope, replayId: string): Kept | undefined => {
    const kept = tenants(scope).get(replayId);
    return kept?.replay.state === 'running' ? kept : undefined;
  };
  return {
    create: async (scope, replay) =>
      void tenants(scope).set(replay.replayId, { replay: structuredClone(replay), cursor: '', findings: [] }),
    replay: async (scope, replayId) => tenants(scope).get(replayId)?.replay,
    list: async (scope, setId, limit) =>
      [...tenants(scope).values()]
        .map((k) => k.replay)
        .filter((r) => r.setId === setId)
        .sort((a, b) => compareText(b.createdAt, a.createdAt) || compareText(b.replayId, a.replayId))
        .slice(0, limit),
    countCandidates: async (scope, candidates) => concerned(scope, candidates).length,
    candidates: async (scope, candidates, after, limit) =>
      concerned(scope, candidates)
        .filter((id) => compareText(id, after) > 0)
        .slice(0, limit),
    histories: async (scope, caseIds) =>
      Promise.all(caseIds.map(async (caseId) => ({ caseId, events: await cases.events(scope, caseId) }))),
    take: async (scope, now, leasedUntil) => {
      const kept = [...tenants(scope).values()]
        .filter((k) => k.replay.state === 'running' && (k.leasedUntil === undefined || k.leasedUntil <= now))
        .sort((a, b) => compareText(a.replay.createdAt, b.replay.createdAt))[0];
      if (!kept) return undefined;
      kept.leasedUntil = leasedUntil;
      return { ...kept.replay, cursor: kept.cursor };
    },
    advance: async (scope, replayId, { after, cursor, cases: read, counts, findings }, leasedUntil) => {
      const kept = running(scope, replayId);
      if (kept?.cursor !== after) return false;
      kept.cursor = cursor;
      kept.leasedUntil = leasedUntil;
      kept.replay = { ...kept.replay, cases: read, counts };
      kept.findings = [...kept.findings, ...findings];
      return true;
    },
    finish: async (scope, replayId, state, at) => {
      const kept = running(scope, replayId);
      if (!kept) return false;
      kept.replay = { ...kept.replay, state, finishedAt: at };
      return true;
    },
    findings: async (scope, replayId, { effect, group }, after, limit) => {
      const keyOf = (f: ReplayFinding): string => `${f.caseId} ${f.itemSequence}`;
      const found = (tenants(scope).get(replayId)?.findings ?? [])
        .filter((f) => effect === undefined || f.effect === effect)
        .filter((f) => group === undefined || f.groups[group.dimension] === group.value)
        .toSorted((a, b) => compareText(a.caseId, b.caseId) || a.itemSequence - b.itemSequence);
      const from = after === undefined ? 0 : found.findIndex((f) => keyOf(f) === after) + 1;
      const rows = found.slice(from, from + limit);
      const last = rows.at(-1);
      return { rows, ...(found.length > from + limit && last ? { next: keyOf(last) } : {}) };
    },
  };
};
