import type { Casework } from '@openum/casework/casework.ts';
import type { Tenant } from '@openum/casework/port/identity.ts';
import type { TakenRun } from '@openum/casework/port/suggestions.ts';
import { workOnRun } from '@openum/casework/suggestion/work.ts';

/** A question may take several calls with all their patience; only then may another process take it up again. */
const leaseSeconds = 20 * 60;

type Taken = { readonly tenant: Tenant; readonly run: TakenRun };

/** One question of each organization in turn, until as many are taken as the model's server is given at once. */
const takeInTurn = async (casework: Casework, tenants: readonly Tenant[]): Promise<readonly Taken[]> => {
  const most = casework.languageModel?.atOnce ?? 1;
  const taken: Taken[] = [];
  let waiting = tenants;
  while (waiting.length > 0 && taken.length < most) {
    const more: Tenant[] = [];
    for (const tenant of waiting) {
      if (taken.length === most) break;
      const [run] = await casework.suggestions.take(tenant, casework.environment.now(), 1, leaseSeconds);
      if (!run) continue;
      taken.push({ tenant, run });
      more.push(tenant);
    }
    waiting = more;
  }
  return taken;
};

/**
 * A look at the questions of every organization. It begins with another one as `look` counts up, so that a long queue of one does not
 * keep the others waiting. Without a model those that still wait are answered with that. Returns how many were taken.
 */
export const workSuggestions = async (
  casework: Casework,
  onFailure: (runId: string, error: unknown) => void,
  look = 0,
): Promise<number> => {
  const tenants = await casework.identity.tenants();
  const first = look % Math.max(1, tenants.length);
  const taken = await takeInTurn(casework, [...tenants.slice(first), ...tenants.slice(0, first)]);
  const done = await Promise.allSettled(taken.map(({ tenant, run }) => workOnRun(casework, tenant, run)));
  for (const [at, { run }] of taken.entries()) {
    const result = done[at];
    if (result?.status === 'rejected') onFailure(run.runId, result.reason);
  }
  return taken.length;
};
