import { workRuns } from '@openum/casework/letters/work.ts';
import { rebuildReadModels } from '@openum/casework/practice/episode/rebuild.ts';
import { pickUpFiles } from '@openum/casework/practice/payerFile/pickUp.ts';
import { inquireAll, inquireAppealed } from '@openum/casework/practice/request/inquire.ts';
import { workReplays } from '@openum/casework/replay/work.ts';
import { loadAlarmPolicy } from '@openum/content/alarm/load.ts';
import { readPayerFile } from '@openum/http/payer/x12/read.ts';
import { errorPlace } from '@openum/http/problem/errorPlace.ts';
import { sweepAppeals } from '@openum/jobs/appeal/watch.ts';
import { sweepAlarms } from '@openum/jobs/clock/alarms.ts';
import { sweepMissed } from '@openum/jobs/clock/missed.ts';
import { forgetPictures } from '@openum/jobs/document/forget.ts';
import { startWorker, type Worker } from '@openum/jobs/outbox/worker.ts';
import { sweepTalks } from '@openum/jobs/peerToPeer/watch.ts';
import { sweepPhysicians } from '@openum/jobs/physician/watch.ts';
import { sweepReminders } from '@openum/jobs/practiceReminder/watch.ts';
import { sweepStrays } from '@openum/jobs/routing/strays.ts';
import { sweepReviews } from '@openum/jobs/stay/overdue.ts';
import { workSuggestions } from '@openum/jobs/suggestion/work.ts';
import type { Logger } from 'pino';
import { outboxTurn, type Wired } from './wiring.ts';

const lookEveryMs = 1000;
const runsEveryMs = 3000;
const sweepEveryMs = 60_000;
const suggestEveryMs = 2000;
const inquireEveryMs = 15_000;
const forgetEveryMs = 3_600_000;

/** One thing that is looked at again and again. */
type Look = {
  readonly everyMs: number;
  /** Does what is due and returns how much that was; `aside` is its own, what failed stands there until the rest is done. */
  turn(aside: Set<string>): Promise<number>;
  /** Said when the list of what is due could not be read. */
  readonly unreadable: string;
};

const looks = ({ casework, store }: Wired, log: Logger): readonly Look[] => {
  const policy = loadAlarmPolicy();
  let suggestionLooks = 0;
  const { notifications, clockList } = store;
  const ofCase = (message: string) => (caseId: string, error: unknown) =>
    log.error({ caseId, ...errorPlace(error) }, message);
  return [
    {
      everyMs: sweepEveryMs,
      turn: (aside) =>
        sweepMissed(casework, clockList, aside, ({ caseId, clockId }, error) =>
          log.error({ caseId, clockId, ...errorPlace(error) }, 'a missed deadline could not be noted'),
        ),
      unreadable: 'the clocks could not be read',
    },
    {
      everyMs: sweepEveryMs,
      turn: (aside) =>
        sweepAlarms(
          { casework, clocks: clockList, notifications, policy },
          aside,
          ofCase('an alarm could not be raised'),
        ),
      unreadable: 'the clocks could not be read',
    },
    {
      everyMs: sweepEveryMs,
      turn: (aside) => sweepPhysicians({ casework, notifications }, aside, ofCase('no physician could be looked for')),
      unreadable: 'the queue of physicians could not be read',
    },
    {
      everyMs: sweepEveryMs,
      turn: (aside) => sweepStrays(casework, aside, ofCase('a case could not be routed')),
      unreadable: 'the cases without an owner could not be read',
    },
    {
      everyMs: sweepEveryMs,
      turn: (aside) => sweepTalks({ casework, notifications }, aside, ofCase('a talk could not be looked after')),
      unreadable: 'the talks could not be read',
    },
    {
      everyMs: sweepEveryMs,
      turn: () => sweepAppeals({ casework, notifications, policy }, ofCase('an appeal could not be looked after')),
      unreadable: 'the appeals could not be read',
    },
    {
      everyMs: sweepEveryMs,
      turn: () => sweepReviews({ casework, notifications, policy }, ofCase('an overdue review could not be told of')),
      unreadable: 'the census could not be read',
    },
    {
      everyMs: sweepEveryMs,
      turn: () =>
        sweepReminders(casework, (tenantId, error) =>
          log.error({ tenantId, ...errorPlace(error) }, 'the tasks of a practice could not be looked after'),
        ),
      unreadable: 'the practices could not be read',
    },
    {
      everyMs: sweepEveryMs,
      turn: () =>
        rebuildReadModels(casework, (tenantId, error) =>
          log.error({ tenantId, ...errorPlace(error) }, 'the read models of a practice could not be made anew'),
        ),
      unreadable: 'the practices could not be read',
    },
    {
      everyMs: runsEveryMs,
      turn: () => workRuns(casework, (error) => log.error(errorPlace(error), 'a letter of a run could not be made')),
      unreadable: 'the runs of letters could not be read',
    },
    {
      everyMs: runsEveryMs,
      turn: () => workReplays(casework, (error) => log.error(errorPlace(error), 'a past case could not be replayed')),
      unreadable: 'the replays could not be read',
    },
    {
      // Without a model nobody can ask, and what waited from before may wait a minute.
      everyMs: casework.languageModel ? suggestEveryMs : sweepEveryMs,
      turn: () =>
        workSuggestions(
          casework,
          (runId, error) =>
            log.error({ runId, ...errorPlace(error) }, 'a question to the model could not be worked on'),
          suggestionLooks++,
        ),
      unreadable: 'the questions to the model could not be read',
    },
    {
      everyMs: inquireEveryMs,
      turn: () =>
        inquireAll(casework, ({ submissionId }, error) =>
          log.error({ submissionId, ...errorPlace(error) }, 'a payer could not be asked'),
        ),
      unreadable: 'the open requests to payers could not be read',
    },
    {
      everyMs: sweepEveryMs,
      turn: () =>
        inquireAppealed(casework, ({ submissionId }, error) =>
          log.error({ submissionId, ...errorPlace(error) }, 'a payer could not be asked about an appeal'),
        ),
      unreadable: 'the appeals to payers could not be read',
    },
    {
      everyMs: inquireEveryMs,
      turn: () =>
        pickUpFiles(casework, readPayerFile, (line, error) =>
          log.error({ line, ...errorPlace(error) }, 'the folder of a line could not be worked through'),
        ),
      unreadable: 'the lines for X12 files could not be read',
    },
    {
      everyMs: forgetEveryMs,
      turn: () => forgetPictures(casework),
      unreadable: 'old pictures of pages could not be forgotten',
    },
  ];
};

/** Does what the outbox holds, woken by each change, and watches the clocks. Any number of processes may do this on one database. */
export const startWork = (wired: Wired, log: Logger): Worker => {
  const outbox = outboxTurn(wired, (entry, error) =>
    log.error(
      { topic: entry.topic, caseId: entry.caseId, attempts: entry.attempts, ...errorPlace(error) },
      'outbox entry failed',
    ),
  );
  const start = ({ turn, everyMs, unreadable }: Look): Worker => {
    const aside = new Set<string>();
    return startWorker(
      () => turn(aside),
      everyMs,
      (error) => log.error(errorPlace(error), unreadable),
    );
  };
  const letters = start({
    everyMs: lookEveryMs,
    turn: () => outbox(wired.casework),
    unreadable: 'the outbox could not be read',
  });
  const workers = [letters, ...looks(wired, log).map(start)];
  const forget = wired.store.live.subscribe(() => letters.wake());
  return {
    wake: letters.wake,
    stop: async () => {
      forget();
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
};
