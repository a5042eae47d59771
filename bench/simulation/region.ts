import { parentPort, workerData } from 'node:worker_threads';
import { complianceReport } from '@openum/casework/report/compliance.ts';
import type { ClockOutcome } from '@openum/domain/report/clockOutcome.ts';
import { scope } from './population.ts';
import { aYear, type Setting } from './year.ts';

/** What one region of the plan gives back: plain numbers, to be added up. */
export type Region = {
  readonly counts: Readonly<Record<string, number>>;
  /** By rule and outcome: what the product's report says, and what the simulation counted. */
  readonly reported: Readonly<Record<string, Record<ClockOutcome, number>>>;
  readonly counted: Readonly<Record<string, Record<ClockOutcome, number>>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
  /** Cases in which a due moment was counted otherwise, for looking into. */
  readonly odd: readonly string[];
};

const setting = workerData as Setting & { readonly name: string };
const year = await aYear(setting, (line) => parentPort?.postMessage(`${setting.name}: ${line}`));
const { world, now } = year;
const report = await complianceReport(world.casework, scope, { hard: true }, ['rule']);

const odd: string[] = [];
for (const { case: c, clocks } of world.store.allRows()) {
  if (odd.length >= 5) break;
  const own = world.books.ofCase(c.caseId, now);
  const strange = clocks.filter(
    (k) =>
      k.reviewType !== 'appeal' &&
      !own.some((o) => o.rule === k.ruleId && Math.abs(o.due - Date.parse(k.dueAt)) < 1000),
  );
  if (strange.length > 0) odd.push(`${c.caseId}: ${strange.map((k) => `${k.ruleId} ${k.dueAt}`).join(', ')}`);
}

const region: Region = {
  counts: {
    requests: year.requests,
    decidedAtOnce: year.decidedAtOnce,
    outages: year.outages,
    left: year.left,
    ...world.store.counts,
    ...year.desk,
    ...Object.fromEntries(Object.entries(year.appeals).map(([k, n]) => [`appeals.${k}`, n])),
  },
  reported: Object.fromEntries(
    report.groups.map(({ key, figures: { met, missed, overdue, open, withdrawn, voided, superseded } }) => [
      key.rule ?? '',
      { met, missed, overdue, open, withdrawn, voided, superseded },
    ]),
  ),
  counted: Object.fromEntries(world.books.tally(now)),
  refusals: Object.fromEntries(world.refusals),
  faults: world.faults,
  odd,
};
parentPort?.postMessage(region);
