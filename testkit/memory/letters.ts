import type { Kept } from '@openum/casework/port/contacts.ts';
import type { LetterRun, RunProgress, RunTarget } from '@openum/casework/port/letterRuns.ts';
import type { Letters } from '@openum/casework/port/letters.ts';
import type { PrintBatch } from '@openum/casework/port/printBatches.ts';
import type { StoredTemplateEvent } from '@openum/casework/port/templates.ts';
import type { ContactPreference, DeliverySettings } from '@openum/domain/delivery/choose.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { compareText, perTenant } from './tenants.ts';

type Target = RunTarget & { readonly runId: string; readonly hiddenUntil?: Instant };

const withoutHiding = ({ hiddenUntil: _, runId: __, ...target }: Target): RunTarget => target;

const templates = (): Letters['templates'] => {
  const events = perTenant<StoredTemplateEvent[]>(() => []);
  return {
    events: async (scope) =>
      events(scope).toSorted((a, b) => compareText(a.templateId, b.templateId) || a.sequence - b.sequence),
    append: async (scope, templateId, expected, more) => {
      const log = events(scope);
      if (log.filter((e) => e.templateId === templateId).length !== expected) return false;
      log.push(...more.map((e, i) => ({ ...structuredClone(e), templateId, sequence: expected + i + 1 })));
      return true;
    },
  };
};

const contacts = (): Letters['contacts'] => {
  const settings = perTenant<Kept<DeliverySettings>[]>(() => []);
  const preferences = perTenant(() => new Map<string, Kept<ContactPreference>>());
  const keyOf = (audience: string, key: string) => JSON.stringify([audience, key]);
  return {
    settings: async (scope) => settings(scope).at(-1),
    saveSettings: async (scope, saved) => void settings(scope).push(saved),
    preference: async (scope, audience, key) => preferences(scope).get(keyOf(audience, key)),
    savePreference: async (scope, audience, key, saved) => void preferences(scope).set(keyOf(audience, key), saved),
  };
};

const printBatches = (): Letters['printBatches'] => {
  const batches = perTenant<PrintBatch[]>(() => []);
  return {
    create: async (scope, batch) => void batches(scope).push(batch),
    batch: async (scope, batchId) => batches(scope).find((b) => b.batchId === batchId),
    list: async (scope, limit) =>
      batches(scope)
        .toSorted((a, b) => compareText(b.createdAt, a.createdAt) || compareText(b.batchId, a.batchId))
        .slice(0, limit),
    mailed: async (scope, batchId, how) => {
      const all = batches(scope);
      const at = all.findIndex((b) => b.batchId === batchId && b.mailedAt === undefined);
      const before = all[at];
      if (before) all[at] = { ...before, ...how };
      return before !== undefined;
    },
  };
};

const letterRuns = (): Letters['letterRuns'] => {
  const tenants = perTenant(() => ({ runs: [] as LetterRun[], targets: [] as Target[] }));
  const progressOf = (run: LetterRun, targets: readonly Target[]): RunProgress => {
    const count = (state: RunTarget['state']) =>
      targets.filter((t) => t.runId === run.runId && t.state === state).length;
    return { ...run, waiting: count('waiting'), done: count('done'), failed: count('failed') };
  };
  return {
    create: async (scope, run, targets) => {
      const of = tenants(scope);
      of.runs.push(run);
      of.targets.push(...targets.map((t) => ({ ...t, runId: run.runId, state: 'waiting' as const })));
    },
    run: async (scope, runId) => {
      const { runs, targets } = tenants(scope);
      const run = runs.find((r) => r.runId === runId);
      return run && progressOf(run, targets);
    },
    list: async (scope, limit) => {
      const { runs, targets } = tenants(scope);
      return runs
        .toSorted((a, b) => compareText(b.createdAt, a.createdAt) || compareText(b.runId, a.runId))
        .slice(0, limit)
        .map((r) => progressOf(r, targets));
    },
    targets: async (scope, runId, limit) =>
      tenants(scope)
        .targets.filter((t) => t.runId === runId)
        .toSorted((a, b) => compareText(a.caseNumber, b.caseNumber))
        .slice(0, limit)
        .map(withoutHiding),
    move: async (scope, runId, from, to) => {
      const { runs } = tenants(scope);
      const at = runs.findIndex((r) => r.runId === runId && from.includes(r.state));
      const before = runs[at];
      if (before) runs[at] = { ...before, state: to };
      return before !== undefined;
    },
    take: async (scope, now, limit, leaseSeconds) => {
      const { runs, targets } = tenants(scope);
      const running = new Set(runs.filter((r) => r.state === 'running').map((r) => r.runId));
      const due = targets
        .filter((t) => running.has(t.runId) && t.state === 'waiting' && (t.hiddenUntil ?? now) <= now)
        .toSorted((a, b) => compareText(a.runId, b.runId) || compareText(a.caseNumber, b.caseNumber))
        .slice(0, limit);
      const hiddenUntil = addElapsed(now, { seconds: leaseSeconds });
      for (const t of due) targets[targets.indexOf(t)] = { ...t, hiddenUntil };
      return due.map((t) => ({ ...withoutHiding(t), runId: t.runId }));
    },
    finish: async (scope, runId, caseId, result) => {
      const of = tenants(scope);
      of.targets = of.targets.map((t) =>
        t.runId === runId && t.caseId === caseId ? { ...withoutHiding(t), runId, ...result } : t,
      );
      const left = of.targets.some((t) => t.runId === runId && t.state === 'waiting');
      of.runs = of.runs.map((r) => (r.runId === runId && r.state === 'running' && !left ? { ...r, state: 'done' } : r));
    },
    retryFailed: async (scope, runId) => {
      const of = tenants(scope);
      const failed = of.targets.filter((t) => t.runId === runId && t.state === 'failed').length;
      of.targets = of.targets.map((t) => {
        if (t.runId !== runId || t.state !== 'failed') return t;
        const { reason: _, ...again } = t;
        return { ...again, state: 'waiting' };
      });
      if (failed > 0)
        of.runs = of.runs.map((r) => (r.runId === runId && r.state === 'done' ? { ...r, state: 'running' } : r));
      return failed;
    },
  };
};

export const memoryLetters = (): Letters => ({
  templates: templates(),
  contacts: contacts(),
  printBatches: printBatches(),
  letterRuns: letterRuns(),
});
