import { appealedRequests } from '@openum/domain/denial/appeal/heard.ts';
import { addElapsed, type ZoneId } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { OpenExchange } from '../../port/payerExchanges.ts';
import type { Scope } from '../../port/scope.ts';
import { eachEpisode } from '../episode/all.ts';
import { loadEpisode } from '../episode/load.ts';
import { exchange, requestOf } from './exchange.ts';
import { takeAnswer } from './take.ts';

export type Inquired = 'answered' | 'unchanged' | 'unreachable' | 'notOpen';

/**
 * Asks a payer how a request stands, and writes down what is new. Also where somebody has written down an answer by telephone: the
 * question ends when the payer's system has decided too.
 */
export const inquire = async (
  casework: Casework,
  scope: Scope,
  zone: ZoneId,
  { episodeId, submissionId, payerId, line }: Omit<OpenExchange, 'lastAt'>,
): Promise<Inquired> => {
  const lines = casework.payerLines;
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  const s = loaded?.state.submissions.find((x) => x.submissionId === submissionId);
  if (!lines?.names(scope).includes(line) || !loaded || !s) return 'notOpen';
  const at = casework.environment.now();
  const request = requestOf(loaded.state, s, at);
  const reference = s.reference ?? s.answers.findLast((a) => a.reference)?.reference;
  const message = lines.inquiry(scope, line, request, reference ? { reference } : {});
  const exchanged = await exchange(
    casework,
    { scope, lines, line, episodeId, payerId, request, at },
    'inquire',
    message,
  );
  if (exchanged.kind !== 'lines') return exchanged.kind === 'unreachable' ? 'unreachable' : 'unchanged';
  const taken = await takeAnswer(casework, scope, zone, episodeId, submissionId, exchanged.lines);
  return taken.kind === 'done' ? 'answered' : 'unchanged';
};

/** A payer is not asked more often than this: about a request that it has not decided, and about an appeal. */
const restSeconds = 60;
const appealRestSeconds = 60 * 60;
const batch = 50;

type Found = (scope: Scope) => Promise<readonly OpenExchange[]>;
type OnFailure = (open: OpenExchange, error: unknown) => void;

/** One round over every practice that has a line. Gives the number of new answers. */
const inquireEach = async (
  casework: Casework,
  seconds: number,
  found: Found,
  onFailure: OnFailure,
): Promise<number> => {
  let answered = 0;
  for (const tenantId of casework.payerLines?.tenants() ?? []) {
    const scope = { tenantId };
    const practice = await casework.identity.tenant(scope);
    if (!practice) continue;
    const rested = addElapsed(casework.environment.now(), { seconds: -seconds });
    for (const x of (await found(scope)).filter((o) => o.lastAt <= rested))
      try {
        if ((await inquire(casework, scope, practice.zone, x)) === 'answered') answered += 1;
      } catch (error) {
        onFailure(x, error);
      }
  }
  return answered;
};

/** Asks about everything that payers have not decided. */
export const inquireAll = (casework: Casework, onFailure: OnFailure): Promise<number> =>
  inquireEach(casework, restSeconds, (scope) => casework.payerExchanges.open(scope, batch), onFailure);

/** Asks about every request that a payer refused and that lies with it on appeal. */
export const inquireAppealed = (casework: Casework, onFailure: OnFailure): Promise<number> =>
  inquireEach(
    casework,
    appealRestSeconds,
    async (scope) => {
      const appealed: string[] = [];
      for await (const { episode } of eachEpisode(casework.episodes, scope, ['denials']))
        appealed.push(...appealedRequests(episode).map((s) => s.submissionId));
      return appealed.length === 0 ? [] : (await casework.payerExchanges.last(scope, appealed)).slice(0, batch);
    },
    onFailure,
  );
