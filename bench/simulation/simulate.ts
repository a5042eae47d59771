import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type ClockOutcome, clockOutcomes } from '@openum/domain/report/clockOutcome.ts';
import type { Region } from './region.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    days: { type: 'string', default: '365' },
    seed: { type: 'string', default: '2026' },
    regions: { type: 'string', default: '2' },
    write: { type: 'string' },
  },
});
const say = (line: string): void => console.log(line);
const regions = Number(values.regions);
const nurses = 30;
const physicians = 12;

const regionOf = (n: number): Promise<Region> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./region.ts', import.meta.url), {
      workerData: {
        name: `region ${n + 1}`,
        seed: Number(values.seed) + n,
        requests: Math.round(Number(values.requests) / regions),
        days: Number(values.days),
        nurses: Math.round(nurses / regions),
        physicians: Math.round(physicians / regions),
      },
      resourceLimits: { maxOldGenerationSizeMb: 6000 },
    });
    worker.on('message', (message: string | Region) => (typeof message === 'string' ? say(message) : resolve(message)));
    worker.on('error', reject);
  });

/** Numbers of the same name added up. */
const summed = (parts: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const sum: Record<string, number> = {};
  for (const part of parts) for (const [k, n] of Object.entries(part)) sum[k] = (sum[k] ?? 0) + n;
  return sum;
};

const began = performance.now();
const parts = await Promise.all(Array.from({ length: regions }, (_, n) => regionOf(n)));
const minutes = (performance.now() - began) / 60_000;
const { user, system } = process.cpuUsage();

const rules = [...new Set(parts.flatMap((p) => [...Object.keys(p.counted), ...Object.keys(p.reported)]))].sort();
const of = (which: 'reported' | 'counted', rule: string): Record<string, number> =>
  summed(parts.flatMap((p) => p[which][rule] ?? []));
const outcomes: readonly ClockOutcome[] = clockOutcomes;

const differences: string[] = [];
const rows = rules.map((rule) => {
  const theirs = of('reported', rule);
  const mine = of('counted', rule);
  for (const o of outcomes)
    if ((mine[o] ?? 0) !== (theirs[o] ?? 0))
      differences.push(`${rule}, ${o}: reported ${theirs[o] ?? 0}, counted ${mine[o] ?? 0}`);
  const due = (theirs.met ?? 0) + (theirs.missed ?? 0) + (theirs.overdue ?? 0);
  const rate = due === 0 ? '' : `${(((theirs.met ?? 0) / due) * 100).toFixed(2)} %`;
  return `| ${rule} | ${outcomes.map((o) => theirs[o] ?? 0).join(' | ')} | ${rate} |`;
});
const clocks = rules.reduce((sum, rule) => sum + Object.values(of('reported', rule)).reduce((a, b) => a + b, 0), 0);

const n = summed(parts.map((p) => p.counts));
const text = `# A year, simulated

What a mid-size plan would see in a year, run through the same use cases as the product: requests received, criteria read, work claimed,
information asked for, referrals, talks with clinicians, decisions, letters composed, appeals, alarms and missed deadlines. Time is simulated
and chance is seeded: the same command gives the same year. The plan has ${regions} regions, each with its own people, run side by side. Letters are
composed and rendered as HTML as the product does it; the PDF is left out. What the store does is done in memory, with the same ports.

    node bench/simulation/simulate.ts --requests ${values.requests} --days ${values.days} --seed ${values.seed} --regions ${regions} --write docs/simulation.md

The run below took ${minutes.toFixed(0)} minutes on two cores, ${((user + system) / 60e6).toFixed(1)} minutes of processor time.

## What happened

| | |
| --- | --- |
| Requests | ${n.requests} |
| Decided at once by rules | ${n.decidedAtOnce} |
| Events written | ${n.events} |
| Cases taken up by ${nurses} reviewers | ${n.claims} |
| Approved by a reviewer | ${n.approvedByNurse} |
| Information asked for; answered; never answered | ${n.asked}; ${n.answered}; ${n.never} |
| Referred to ${physicians} physicians | ${n.referred} |
| Decided by a physician: approved; against the request | ${n.approvedByPhysician}; ${n.deniedByPhysician} |
| Talks offered; held | ${n.talks}; ${n.held} |
| Extended; expedited later; withdrawn; voided | ${n.extended}; ${n.expedited}; ${n.withdrawn}; ${n.voided} |
| More days of a stay asked for; discharges | ${n.continued}; ${n.discharged} |
| Appeals filed; upheld; overturned; forgotten; sent to outside review | ${n['appeals.filed']}; ${n['appeals.upheld']}; ${n['appeals.overturned']}; ${n['appeals.forgotten']}; ${n['appeals.forwarded']} |
| Letters | ${n.letters} |
| Alarms; raised late after the worker stood still | ${n.alarms}; ${n.lateAlarms} |
| Times that the worker stood still for hours | ${n.outages} |
| Reads logged | ${n.reads} |
| Still waiting at the end | ${n.left} |

## Compliance, reported and counted apart

The report of the product (docs/reporting.md) beside an account that the simulation keeps itself, from what happened in its world and with its own
arithmetic of due moments: it uses no rule, calendar or receipt of the product. ${clocks} binding clocks. ${differences.length === 0 ? '**Both agree for every rule and outcome.**' : `**They differ in ${differences.length} places.**`}

| Rule | ${outcomes.join(' | ')} | Met of those due |
| --- | ${outcomes.map(() => '---').join(' | ')} | --- |
${rows.join('\n')}
${differences.map((d) => `\n- ${d}`).join('')}
`;

say(text);
say(`Refused acts: ${JSON.stringify(summed(parts.map((p) => p.refusals)))}`);
for (const line of parts.flatMap((p) => [...p.faults, ...p.odd])) say(line);
if (values.write) writeFileSync(values.write, text);
process.exitCode = differences.length === 0 && parts.every((p) => p.faults.length === 0) ? 0 : 1;
