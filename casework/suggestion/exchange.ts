import type { Casework } from '../casework.ts';
import type { Exchange } from '../port/modelLog.ts';
import type { Scope } from '../port/scope.ts';
import { canonical } from '../verify/canonical.ts';

export const exchangeSha256 = (exchange: Exchange, sha256Hex: (text: string) => string): string =>
  sha256Hex(canonical(exchange));

/** Of the exchanges of a question that are complete: nothing is added to them any more. */
export const exchangeHashes = async (
  { modelLog, environment }: Pick<Casework, 'modelLog' | 'environment'>,
  scope: Scope,
  runId: string,
): Promise<readonly { readonly callId: string; readonly sha256: string }[]> =>
  (await modelLog.ofRun(scope, runId))
    .filter((x) => x.reply !== undefined)
    .map((x) => ({ callId: x.callId, sha256: exchangeSha256(x, environment.sha256Hex) }));
