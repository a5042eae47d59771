import { appealOfClock } from '@openum/domain/appeal/appeal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { ClockReceipt } from '@openum/domain/clock/receipt.ts';
import type { TurnaroundRule } from '@openum/domain/clock/rule.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import { bindsPlan, type ClockEnd } from '@openum/domain/report/clockOutcome.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { ClockRow } from './rows.ts';

type Read = { readonly started: StartedClock; readonly receipt: ClockReceipt; readonly rule: TurnaroundRule };

const endOf = (c: Case, { clockId, metAt }: ClockReceipt): ClockEnd => {
  const appeal = appealOfClock(c, clockId);
  if (appeal) return metAt === appeal.withdrawn?.at || metAt === appeal.dismissed?.at ? 'withdrawal' : 'act';
  if (metAt === c.voided?.at) return 'void';
  return metAt === c.withdrawn?.at ? 'withdrawal' : 'act';
};

/** Stage of what the clock waits for: the rule's own where it has one only, else that of its first line. */
const stageOf = (c: Case, { started, rule }: Read): ClockRow['reviewType'] => {
  const [stage, ...more] = rule.reviewTypes;
  if (stage !== undefined && more.length === 0) return stage;
  const line = c.items.find((i) => started.itemSequences === undefined || started.itemSequences.includes(i.sequence));
  return line?.reviewType ?? c.request.reviewType;
};

export const clockRow = (c: Case, read: Read, superseded: boolean): ClockRow => {
  const { started, receipt, rule } = read;
  const { coverage } = c.request;
  return {
    clockId: receipt.clockId,
    ruleId: receipt.ruleId,
    ruleVersion: receipt.ruleVersion,
    kind: rule.clock,
    hard: receipt.hard,
    startedAt: receipt.startedAt,
    dueAt: receipt.dueAt,
    ...(receipt.metAt ? { metAt: receipt.metAt, endedBy: endOf(c, receipt) } : {}),
    superseded,
    planActs: bindsPlan(rule),
    authority: rule.authority,
    jurisdiction: rule.jurisdiction,
    lineOfBusiness: coverage.lineOfBusiness,
    stateOfIssue: coverage.stateOfIssue,
    reviewType: stageOf(c, read),
    urgency: rule.urgency === 'any' ? c.urgency : rule.urgency,
    startedOn: dateInZone(receipt.startedAt, started.zone),
    extended: receipt.lines.some((l) => l.kind === 'extension' && l.counts),
  };
};
