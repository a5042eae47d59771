import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { complianceReport } from '@openum/casework/report/compliance.ts';
import { type ClockOutcome, clockOutcomes } from '@openum/domain/report/clockOutcome.ts';
import { scope } from './population.ts';
import { aYear } from './year.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    days: { type: 'string', default: '365' },
    seed: { type: 'string', default: '2026' },
    write: { type: 'string' },
  },
});
const say = (line: string): void => console.log(line);

const began = performance.now();
const year = await aYear(Number(values.seed), Number(values.requests), Number(values.days), say);
const minutes = (performance.now() - began) / 60_000;

const { world, desk, now } = year;
const report = await complianceReport(world.casework, scope, { hard: true }, ['rule']);
const counted = world.books.tally(now);
const reported = new Map(report.groups.map((g) => [g.key.rule ?? '', g.figures]));

const shown: readonly ClockOutcome[] = clockOutcomes;
const rules = [...new Set([...counted.keys(), ...reported.keys()])].sort();
const differences: string[] = [];
const rows = rules.map((rule) => {
  const mine = counted.get(rule);
  const theirs = reported.get(rule);
  for (const o of shown)
    if ((mine?.[o] ?? 0) !== (theirs?.[o] ?? 0))
      differences.push(`${rule}, ${o}: reported ${theirs?.[o] ?? 0}, counted ${mine?.[o] ?? 0}`);
  return `| ${rule} | ${shown.map((o) => theirs?.[o] ?? 0).join(' | ')} | ${theirs?.rate === undefined ? '' : `${(theirs.rate * 100).toFixed(2)} %`} |`;
});

if (differences.length > 0) {
  let shownCases = 0;
  for (const r of world.store.allRows()) {
    const own = world.books.ofCase(r.case.caseId, now);
    const odd = r.clocks.filter(
      (k) => !own.some((o) => o.rule === k.ruleId && Math.abs(o.due - Date.parse(k.dueAt)) < 1000),
    );
    if (odd.length > 0 && shownCases++ < 5)
      say(
        JSON.stringify({
          case: r.case.caseId,
          received: r.case.receivedAt,
          report: odd.map((k) => [k.ruleId, k.dueAt, k.metAt]),
          own: own.map((o) => [o.rule, new Date(o.due).toISOString(), o.outcome]),
        }),
      );
  }
}

const { counts } = world.store;
const text = `# A year, simulated

What a mid-size plan would see in a year, run through the same use cases as the product: requests received, criteria read, work claimed,
information asked for, referrals, talks with clinicians, decisions, letters composed, alarms and missed deadlines. Time is simulated, chance is seeded:
the same command gives the same year.

    node bench/simulation/simulate.ts --requests ${values.requests} --days ${values.days} --seed ${values.seed} --write docs/simulation.md

## What happened

| | |
| --- | --- |
| Requests | ${year.requests} |
| Decided at once by rules | ${year.decidedAtOnce} |
| Events written | ${counts.events} |
| Cases taken up by 30 reviewers | ${desk.claims} |
| Approved by a reviewer | ${desk.approvedByNurse} |
| Information asked for; answered; never answered | ${desk.asked}; ${desk.answered}; ${desk.never} |
| Referred to 12 physicians | ${desk.referred} |
| Decided by a physician: approved; against the request | ${desk.approvedByPhysician}; ${desk.deniedByPhysician} |
| Talks offered; held | ${desk.talks}; ${desk.held} |
| Extended; expedited later; withdrawn; voided | ${desk.extended}; ${desk.expedited}; ${desk.withdrawn}; ${desk.voided} |
| More days of a stay asked for; discharges | ${desk.continued}; ${desk.discharged} |
| Letters | ${counts.letters} |
| Alarms; raised late after the worker stood still | ${counts.alarms}; ${counts.lateAlarms} |
| Times that the worker stood still for hours | ${year.outages} |
| Reads logged | ${counts.reads} |
| Still waiting at the end | ${year.left} |

## Compliance, reported and counted apart

The report of the product (docs/reporting.md) beside an account that the simulation keeps itself, from what happened in its world and with its own
arithmetic of due moments: it uses no rule, calendar or receipt of the product. ${differences.length === 0 ? '**Both agree for every rule and outcome.**' : `**They differ in ${differences.length} places.**`}

| Rule | ${shown.join(' | ')} | Met of those due |
| --- | ${shown.map(() => '---').join(' | ')} | --- |
${rows.join('\n')}
${differences.map((d) => `\n- ${d}`).join('')}
`;

say(text);
say(`Took ${minutes.toFixed(1)} minutes. Refused acts: ${JSON.stringify(Object.fromEntries(world.refusals))}`);
for (const f of world.faults) say(f);
if (values.write) writeFileSync(values.write, text);
process.exitCode = differences.length === 0 && world.faults.length === 0 ? 0 : 1;
