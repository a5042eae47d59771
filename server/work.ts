import { workRuns } from '@openum/casework/letters/work.ts';
import { inquireAll } from '@openum/casework/practice/request/inquire.ts';
import { loadAlarmPolicy } from '@openum/content/alarm/load.ts';
import { errorPlace } from '@openum/http/problem/errorPlace.ts';
import { sweepAlarms } from '@openum/jobs/clock/alarms.ts';
import { sweepMissed } from '@openum/jobs/clock/missed.ts';
import { startWorker, type Worker } from '@openum/jobs/outbox/worker.ts';
import { sweepTalks } from '@openum/jobs/peerToPeer/watch.ts';
import { sweepPhysicians } from '@openum/jobs/physician/watch.ts';
import { sweepStrays } from '@openum/jobs/routing/strays.ts';
import { sweepReviews } from '@openum/jobs/stay/overdue.ts';
import type { Logger } from 'pino';
import { outboxTurn, type Wired } from './wiring.ts';

const lookEveryMs = 1000;
const runsEveryMs = 3000;
const sweepEveryMs = 60_000;
const inquireEveryMs = 15_000;

/** Does what the outbox holds, woken by each change, and watches the clocks. Any number of processes may do this on one database. */
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
  const missedAside = new Set<string>();
  const alarmsAside = new Set<string>();
  const sweep = startWorker(
    () =>
      sweepMissed(wired.casework, wired.store.clockList, missedAside, ({ caseId, clockId }, error) =>
        log.error({ caseId, clockId, ...errorPlace(error) }, 'a missed deadline could not be noted'),
      ),
    sweepEveryMs,
    (error) => log.error(errorPlace(error), 'the clocks could not be read'),
  );
  const policy = loadAlarmPolicy();
  const { notifications } = wired.store;
  const ports = { casework: wired.casework, clocks: wired.store.clockList, notifications, policy };
  const alarms = startWorker(
    () =>
      sweepAlarms(ports, alarmsAside, (caseId, error) =>
        log.error({ caseId, ...errorPlace(error) }, 'an alarm could not be raised'),
      ),
    sweepEveryMs,
    (error) => log.error(errorPlace(error), 'the clocks could not be read'),
  );
  const physiciansAside = new Set<string>();
  const physicians = startWorker(
    () =>
      sweepPhysicians(
        { casework: wired.casework, notifications: wired.store.notifications },
        physiciansAside,
        (caseId, error) => log.error({ caseId, ...errorPlace(error) }, 'no physician could be looked for'),
      ),
    sweepEveryMs,
    (error) => log.error(errorPlace(error), 'the queue of physicians could not be read'),
  );
  const straysAside = new Set<string>();
  const strays = startWorker(
    () =>
      sweepStrays(wired.casework, straysAside, (caseId, error) =>
        log.error({ caseId, ...errorPlace(error) }, 'a case could not be routed'),
      ),
    sweepEveryMs,
    (error) => log.error(errorPlace(error), 'the cases without an owner could not be read'),
  );
  const runs = startWorker(
    () => workRuns(wired.casework, (error) => log.error(errorPlace(error), 'a letter of a run could not be made')),
    runsEveryMs,
    (error) => log.error(errorPlace(error), 'the runs of letters could not be read'),
  );
  const talksAside = new Set<string>();
  const talks = startWorker(
    () =>
      sweepTalks({ casework: wired.casework, notifications: wired.store.notifications }, talksAside, (caseId, error) =>
        log.error({ caseId, ...errorPlace(error) }, 'a talk could not be looked after'),
      ),
    sweepEveryMs,
    (error) => log.error(errorPlace(error), 'the talks could not be read'),
  );
  const reviews = startWorker(
    () =>
      sweepReviews({ casework: wired.casework, notifications, policy }, (caseId, error) =>
        log.error({ caseId, ...errorPlace(error) }, 'an overdue review could not be told of'),
      ),
    sweepEveryMs,
    (error) => log.error(errorPlace(error), 'the census could not be read'),
  );
  const inquiries = startWorker(
    () =>
      inquireAll(wired.casework, ({ submissionId }, error) =>
        log.error({ submissionId, ...errorPlace(error) }, 'a payer could not be asked'),
      ),
    inquireEveryMs,
    (error) => log.error(errorPlace(error), 'the open requests to payers could not be read'),
  );
  const forget = wired.store.live.subscribe(() => worker.wake());
  return {
    wake: worker.wake,
    stop: async () => {
      forget();
      await Promise.all([
        worker.stop(),
        sweep.stop(),
        alarms.stop(),
        runs.stop(),
        strays.stop(),
        physicians.stop(),
        talks.stop(),
        inquiries.stop(),
        reviews.stop(),
      ]);
    },
  };
};
