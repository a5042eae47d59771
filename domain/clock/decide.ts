import type { CommandOf } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';

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
