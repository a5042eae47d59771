import type { Role } from '@openum/domain/actor/actor.ts';
import { openStandings } from '@openum/domain/payerFile/file.ts';
import { payerFileRoles } from '@openum/domain/payerFile/role.ts';
import { arrivalRoles } from '@openum/domain/practiceArrival/arrival.ts';
import type { PracticeActing } from '../acting.ts';

/** From here on it does not matter how many there are. */
const mostCounted = 100;

/** How much waits for somebody on the pages that this person works with, 100 at most. */
export type PracticeWaiting = { readonly files?: number; readonly arrivals?: number };

export const readPracticeWaiting = async ({ casework, scope, actor }: PracticeActing): Promise<PracticeWaiting> => {
  const works = (roles: readonly Role[]): boolean => actor.roles.some((r) => roles.includes(r));
  const files = works(payerFileRoles)
    ? await casework.payerFiles.list(scope, { standings: openStandings }, undefined, mostCounted)
    : undefined;
  const arrivals = works(arrivalRoles) ? await casework.practiceArrivals.waiting(scope, mostCounted) : undefined;
  return {
    ...(files ? { files: files.length } : {}),
    ...(arrivals ? { arrivals: arrivals.length } : {}),
  };
};
