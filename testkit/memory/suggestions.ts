import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { ModelCall, ModelLog, ModelReply } from '@openum/casework/port/modelLog.ts';
import type { ModelSwitches } from '@openum/casework/port/modelSwitches.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { KeptAnswer, Suggestions, TakenRun } from '@openum/casework/port/suggestions.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import type { SwitchChange } from '@openum/domain/suggestion/switch.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import { compareText, perTenant } from './tenants.ts';

const within = (at: Instant, from: Instant, before: Instant): boolean => from <= at && at < before;

export const memorySuggestions = (
  cases: Pick<CaseStore, 'events'>,
  rowsOf: (scope: Scope) => readonly CaseRows[],
): Suggestions => {
  const tenant = perTenant(() => ({
    runs: new Map<string, TakenRun & { readonly dueAt: Instant }>(),
    answers: new Map<string, KeptAnswer>(),
  }));
  const shown = ({ dueAt: _, attempts: __, ...run }: TakenRun & { readonly dueAt: Instant }) => structuredClone(run);
  return {
    ask: async (scope, run) => {
      if (tenant(scope).runs.has(run.runId)) throw new Error('rule suggestion_run_pkey');
      tenant(scope).runs.set(run.runId, structuredClone({ ...run, attempts: 0, dueAt: run.askedAt }));
    },
    run: async (scope, runId) => {
      const run = tenant(scope).runs.get(runId);
      return run && shown(run);
    },
    ofSubject: async (scope, { kind, id }) =>
      [...tenant(scope).runs.values()]
        .filter((r) => r.subject.kind === kind && r.subject.id === id)
        .sort((a, b) => compareText(b.runId, a.runId))
        .map(shown),
    take: async (scope, now, limit, leaseSeconds) => {
      const { runs } = tenant(scope);
      return [...runs.values()]
        .filter((r) => r.outcome === undefined && r.dueAt <= now)
        .sort((a, b) => compareText(a.dueAt, b.dueAt) || compareText(a.runId, b.runId))
        .slice(0, limit)
        .map((r) => {
          const taken = { ...r, attempts: r.attempts + 1, dueAt: addElapsed(now, { seconds: leaseSeconds }) };
          runs.set(r.runId, taken);
          return { ...shown(taken), attempts: taken.attempts };
        });
    },
    finish: async (scope, runId, finished) => {
      const run = tenant(scope).runs.get(runId);
      if (run && run.outcome === undefined) tenant(scope).runs.set(runId, structuredClone({ ...run, ...finished }));
    },
    answer: async (scope, answer) => {
      const key = `${answer.runId} ${answer.position}`;
      if (tenant(scope).answers.has(key)) return false;
      tenant(scope).answers.set(key, structuredClone(answer));
      return true;
    },
    answersTo: async (scope, runId) =>
      [...tenant(scope).answers.values()].filter((a) => a.runId === runId).sort((a, b) => a.position - b.position),
    figures: async (scope, from, before) => {
      const { runs, answers } = tenant(scope);
      const logs = await Promise.all(rowsOf(scope).map((r) => cases.events(scope, r.case.caseId)));
      const onCases = logs
        .flat()
        .flatMap((e) => (e.type === 'SuggestionAnswered' && within(e.recordedAt, from, before) ? [e.data] : []));
      const elsewhere = [...answers.values()].filter((a) => within(a.at, from, before));
      return {
        runs: [...runs.values()]
          .filter((r) => within(r.askedAt, from, before))
          .map(({ agent, agentVersion, model, outcome }) =>
            structuredClone({ agent, agentVersion, ...(model ? { model } : {}), ...(outcome ? { outcome } : {}) }),
          ),
        answers: [...onCases, ...elsewhere].map(({ agent, agentVersion, model, verdict }) => ({
          ...{ agent, agentVersion, model, verdict },
        })),
      };
    },
  };
};

export const memoryModelLog = (): ModelLog => {
  const tenant = perTenant(() => ({ calls: new Map<string, ModelCall>(), replies: new Map<string, ModelReply>() }));
  const used = (scope: Scope, since: Instant) => {
    const { calls, replies } = tenant(scope);
    const counted = [...calls.values()].filter((c) => c.at >= since);
    const tokens = counted.reduce((sum, { callId }) => {
      const reply = replies.get(callId);
      return sum + (reply ? reply.inputTokens + reply.outputTokens : 0);
    }, 0);
    return { calls: counted.length, tokens };
  };
  return {
    begin: async (scope, call, budget) => {
      const { calls, tokens } = used(scope, budget.since);
      if (calls >= budget.calls) return 'callsUsedUp';
      if (tokens >= budget.tokens) return 'tokensUsedUp';
      tenant(scope).calls.set(call.callId, structuredClone(call));
      return 'begun';
    },
    end: async (scope, reply) => {
      const { replies } = tenant(scope);
      if (!replies.has(reply.callId)) replies.set(reply.callId, structuredClone(reply));
    },
    ofRun: async (scope, runId) => {
      const { calls, replies } = tenant(scope);
      return [...calls.values()]
        .filter((c) => c.runId === runId)
        .sort((a, b) => compareText(a.callId, b.callId))
        .map((call) => {
          const found = replies.get(call.callId);
          if (!found) return call;
          const { callId: _, ...reply } = found;
          return { ...call, reply };
        });
    },
    used: async (scope, since) => used(scope, since),
    figures: async (scope, from, before) => {
      const { calls, replies } = tenant(scope);
      return [...calls.values()]
        .filter((c) => within(c.at, from, before))
        .map(({ callId, agent, agentVersion, model }) => {
          const { inputTokens = 0, outputTokens = 0 } = replies.get(callId) ?? {};
          return { agent, agentVersion, model, inputTokens, outputTokens };
        });
    },
  };
};

export const memoryModelSwitches = (): ModelSwitches => {
  const tenant = perTenant((): SwitchChange[] => []);
  return {
    turn: async (scope, change) => void tenant(scope).push(structuredClone(change)),
    changes: async (scope) => structuredClone(tenant(scope)),
  };
};
