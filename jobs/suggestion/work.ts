import type { Casework } from '@openum/casework/casework.ts';
import { workOnRun } from '@openum/casework/suggestion/work.ts';

/** A question may take several calls with all their patience; only then may another process take it up again. */
const leaseSeconds = 20 * 60;

/**
 * One look at the questions of every organization: as many at once as the model's server is given. Without a model those that still
 * wait are answered with that. Returns how many were taken.
 */
export const workSuggestions = async (
  casework: Casework,
  onFailure: (runId: string, error: unknown) => void,
): Promise<number> => {
  const { identity, suggestions, environment, languageModel } = casework;
  let taken = 0;
  for (const tenant of await identity.tenants()) {
    const runs = await suggestions.take(tenant, environment.now(), languageModel?.atOnce ?? 1, leaseSeconds);
    taken += runs.length;
    const done = await Promise.allSettled(runs.map((run) => workOnRun(casework, tenant, run)));
    for (const [at, { runId }] of runs.entries()) {
      const result = done[at];
      if (result?.status === 'rejected') onFailure(runId, result.reason);
    }
  }
  return taken;
};
