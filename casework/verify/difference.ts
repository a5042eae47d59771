import { firstBrokenLink } from '../port/chain.ts';
import type { Environment } from '../port/environment.ts';
import type { Scope } from '../port/scope.ts';

export type Difference = {
  readonly tenantId: string;
  readonly caseId: string;
  /** Where: an event number, or the read model. */
  readonly place: string;
  readonly problem: string;
};

export const differenceIn =
  ({ tenantId }: Scope, caseId: string) =>
  (place: string, problem: string): Difference => ({ tenantId, caseId, place, problem });

/** The first event that is not what was written there, if any. */
export const brokenChain = (
  sha256Hex: Environment['sha256Hex'],
  scope: Scope,
  logId: string,
  events: Parameters<typeof firstBrokenLink>[2],
): Difference | undefined => {
  const broken = firstBrokenLink(sha256Hex, logId, events);
  return broken === undefined
    ? undefined
    : differenceIn(scope, logId)(
        `event ${broken}`,
        'its place, its link to the event before, or its content is not what was written',
      );
};

const idsPerPage = 200;

/** Verifies one log after the other, reports after each page, and returns how many differences there were. */
export const verifyAll = async (
  idsAfter: (after: string | undefined, limit: number) => Promise<readonly string[]>,
  verifyOne: (id: string) => Promise<readonly Difference[]>,
  report: (checked: number, differences: readonly Difference[]) => void,
): Promise<number> => {
  let after: string | undefined;
  let differences = 0;
  for (;;) {
    const ids = await idsAfter(after, idsPerPage);
    if (ids.length === 0) return differences;
    const found: Difference[] = [];
    for (const id of ids) found.push(...(await verifyOne(id)));
    differences += found.length;
    report(ids.length, found);
    after = ids.at(-1);
  }
};
