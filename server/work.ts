import { errorPlace } from '@openum/http/problem/errorPlace.ts';
import { startWorker, type Worker } from '@openum/jobs/outbox/worker.ts';
import type { Logger } from 'pino';
import { outboxTurn, type Wired } from './wiring.ts';

const lookEveryMs = 1000;

/** Does what the outbox holds, woken by each change. Any number of processes may do this on one database. */
export const startWork = (wired: Wired, log: Logger): Worker => {
  const turn = outboxTurn(wired, (entry, error) =>
    log.error(
      { topic: entry.topic, caseId: entry.caseId, attempts: entry.attempts, ...errorPlace(error) },
      'outbox entry failed',
    ),
  );
  const worker = startWorker(
    () => turn(wired.casework),
    lookEveryMs,
    (error) => log.error(errorPlace(error), 'the outbox could not be read'),
  );
  const forget = wired.store.live.subscribe(() => worker.wake());
  return {
    wake: worker.wake,
    stop: () => {
      forget();
      return worker.stop();
    },
  };
};
