import type { CommandOf } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { extendedDue, extensionProblem, receiptOfClock } from './extension.ts';

export const correctReceipt = (c: Case, command: CommandOf<'CorrectReceipt'>): Decided => {
  if (command.receivedAt > command.now) return refuse('receiptInFuture');
  const problem = required('reason', command.reason);
  if (problem) return problem;
  return [
    {
      type: 'ReceiptCorrected',
      data: {
        from: c.receivedAt,
        to: command.receivedAt,
        reason: command.reason,
      },
    },
    {
      type: 'ClocksStarted',
      data: { because: 'receiptCorrected', clocks: command.clocks },
    },
  ];
};

export const extendClock = (c: Case, command: CommandOf<'ExtendClock'>): Decided => {
  const { clockId, ground, by, reason, rule, calendar, now } = command;
  const started = c.clocks.find((k) => k.clockId === clockId);
  if (started === undefined) return refuse('clockUnknown', { clock: clockId });
  const clock = { started, rule, calendar };
  const asked = { ground, ...(by ? { by } : {}) };
  const problem = extensionProblem(c, clock, asked, now) ?? required('reason', reason);
  if (problem) return problem;
  return [
    {
      type: 'ClockExtended',
      data: {
        clockId,
        ruleId: rule.id,
        ...asked,
        reason,
        dueBefore: receiptOfClock(c, clock, now).dueAt,
        dueAfter: extendedDue(c, clock, asked, now),
      },
    },
  ];
};
