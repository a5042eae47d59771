import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { ModelCall, ModelLog, ModelReply } from '@openum/casework/port/modelLog.ts';
import type { ModelSwitches } from '@openum/casework/port/modelSwitches.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { readPlace, writePlace } from '@openum/casework/port/suggestionPlace.ts';
import type {
  KeptAnswer,
  ListedSuggestion,
  QuestionFilter,
  SuggestionPage,
  Suggestions,
  TakenRun,
} from '@openum/casework/port/suggestions.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import { actorName } from '@openum/domain/actor/actor.ts';
import { citationsOf } from '@openum/domain/suggestion/suggestion.ts';
import type { SwitchChange } from '@openum/domain/suggestion/switch.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import { compareText, perTenant } from './tenants.ts';

const paged = <T extends { readonly runId: string }>(
  rows: readonly T[],
  after: string | undefined,
  limit: number,
  positionOf: (row: T) => number,
): SuggestionPage<T> => {
  const place = after === undefined ? undefined : readPlace(after);
  const rest = rows.filter((r) => {
    const order = place ? compareText(r.runId, place.runId) : -1;
    return order < 0 || (order === 0 && positionOf(r) > (place?.position ?? 0));
  });
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return last && rest.length > limit
    ? { rows: page, next: writePlace({ runId: last.runId, position: positionOf(last) }) }
    : { rows: page };
};

const within = (at: Instant, from: Instant, before: Instant): boolean => from <= at && at < before;

export const memorySuggestions = (
  cases: Pick<CaseStore, 'events'>,
  rowsOf: (scope: Scope) => readonly CaseRows[],
  modelLog: Pick<ModelLog, 'ofRun'>,
): Suggestions => {
  const tenant = perTenant(() => ({
    runs: new Map<string, TakenRun & { readonly dueAt: Instant }>(),
    answers: new Map<string, KeptAnswer>(),
  }));
  const shown = ({ dueAt: _, attempts: __, ...run }: TakenRun & { readonly dueAt: Instant }) => structuredClone(run);
  const questions = (scope: Scope, f: QuestionFilter) =>
    [...tenant(scope).runs.values()].filter(
      (r) =>
        within(r.askedAt, f.from, f.before) &&
        (f.agent === undefined || r.agent === f.agent) &&
        (f.agentVersion === undefined || r.agentVersion === f.agentVersion) &&
        (f.model === undefined || (r.model ?? 'none') === f.model) &&
        (f.service === undefined || r.services.includes(f.service)),
    );
  const answersIn = async (scope: Scope) => {
    const logs = await Promise.all(rowsOf(scope).map((r) => cases.events(scope, r.case.caseId)));
    const onCases = logs
      .flat()
      .flatMap((e) =>
        e.type === 'SuggestionAnswered' ? [{ ...e.data, by: actorName(e.actor), at: e.recordedAt }] : [],
      );
    return [...onCases, ...[...tenant(scope).answers.values()].map((a) => ({ ...a, by: a.by.name }))];
  };
  const numberOf = (scope: Scope, { subject }: Pick<TakenRun, 'subject'>) => {
    const row = subject.kind === 'case' && rowsOf(scope).find((r) => r.case.caseId === subject.id);
    return row ? { caseNumber: row.case.caseNumber } : {};
  };
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
      if (run && run.outcome === undefined)
        tenant(scope).runs.set(
          runId,
          structuredClone({ ...run, ...finished, services: finished.services ?? run.services }),
        );
    },
    answer: async (scope, answer) => {
      const key = `${answer.runId} ${answer.position}`;
      if (tenant(scope).answers.has(key)) return false;
      tenant(scope).answers.set(key, structuredClone(answer));
      return true;
    },
    answersTo: async (scope, runId) =>
      [...tenant(scope).answers.values()].filter((a) => a.runId === runId).sort((a, b) => a.position - b.position),
    figures: async (scope, filter) => {
      const asked = questions(scope, filter);
      const ids = new Set(asked.map((r) => r.runId));
      const answered = (await answersIn(scope)).filter((a) => ids.has(a.runId));
      const exchanges = (await Promise.all([...ids].map((id) => modelLog.ofRun(scope, id)))).flat();
      return {
        runs: asked.map(({ agent, agentVersion, model, outcome }) =>
          structuredClone({ agent, agentVersion, ...(model ? { model } : {}), ...(outcome ? { outcome } : {}) }),
        ),
        answers: answered.map(({ agent, agentVersion, model, verdict }) => ({ agent, agentVersion, model, verdict })),
        calls: exchanges.map(({ agent, agentVersion, model, reply }) => ({
          ...{ agent, agentVersion, model },
          ...{ inputTokens: reply?.inputTokens ?? 0, outputTokens: reply?.outputTokens ?? 0 },
        })),
      };
    },
    services: async (scope, days) => [...new Set(questions(scope, days).flatMap((r) => r.services))].sort(compareText),
    questions: async (scope, { state, because, left, ...filter }, after, limit) => {
      const found = questions(scope, filter)
        .filter((r) => state === undefined || (r.outcome?.kind ?? 'open') === state)
        .filter((r) => because === undefined || (r.outcome?.kind === 'failed' && r.outcome.because === because))
        .filter((r) => {
          const drops = r.outcome?.kind === 'suggested' ? r.outcome.drops : {};
          return left === undefined || left.some((why) => drops[why] !== undefined);
        })
        .toSorted((a, b) => compareText(b.runId, a.runId));
      const listed = await Promise.all(
        found.map(async (r) => {
          const replies = (await modelLog.ofRun(scope, r.runId)).map((x) => x.reply);
          const sum = (of: 'inputTokens' | 'outputTokens') => replies.reduce((n, x) => n + (x?.[of] ?? 0), 0);
          const spent = { calls: replies.length, inputTokens: sum('inputTokens'), outputTokens: sum('outputTokens') };
          return { ...shown(r), ...numberOf(scope, r), ...spent };
        }),
      );
      return paged(listed, after, limit, () => 0);
    },
    shown: async (scope, { verdict, quoting, ...filter }, after, limit) => {
      const answered = await answersIn(scope);
      const listed = questions(scope, filter)
        .toSorted((a, b) => compareText(b.runId, a.runId))
        .flatMap((r) => {
          const { runId, agent, agentVersion, subject, input, askedAt, model } = r;
          const of = { runId, agent, agentVersion, subject, input, askedAt, ...(model ? { model } : {}) };
          const given = r.outcome?.kind === 'suggested' ? r.outcome.suggestions : [];
          return given.map((suggestion, position): ListedSuggestion => {
            const found = answered.find((a) => a.runId === runId && a.position === position);
            const row = structuredClone({ ...of, ...numberOf(scope, r), position, suggestion });
            if (!found) return row;
            const { verdict: said, reason, changedTo, by, at } = found;
            return {
              ...row,
              answer: { verdict: said, by, at, ...(reason ? { reason } : {}), ...(changedTo ? { changedTo } : {}) },
            };
          });
        })
        .filter((s) => verdict === undefined || verdict.includes(s.answer?.verdict ?? 'none'))
        .filter((s) => !quoting || citationsOf(s.suggestion).length > 0);
      return paged(listed, after, limit, (s) => s.position);
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
  };
};

export const memoryModelSwitches = (): ModelSwitches => {
  const tenant = perTenant((): SwitchChange[] => []);
  return {
    turn: async (scope, change) => void tenant(scope).push(structuredClone(change)),
    changes: async (scope) => structuredClone(tenant(scope)),
  };
};
