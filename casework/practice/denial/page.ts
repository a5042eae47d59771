import type { DenialCause } from '@openum/domain/episode/record.ts';
import type { PracticeActing } from '../acting.ts';
import { type DenialLine, type DenialsReading, readDenials } from './list.ts';

export type DenialFilter = {
  readonly payer?: string;
  readonly programme?: string;
  readonly cause?: DenialCause;
  /** Those of which an appeal can still be filed. */
  readonly appeal?: 'open';
};

export type DenialPage = DenialsReading & {
  readonly total: number;
  readonly page: number;
  readonly size: number;
  /** Of all denials, whatever is asked for; in cents. */
  readonly sums: { readonly count: number; readonly denied: number; readonly recovered: number; readonly open: number };
};

/** One page of the denials that fit. */
export const readDenialPage = async (
  me: PracticeActing,
  asked: DenialFilter & { readonly page: number; readonly size: number },
): Promise<DenialPage> => {
  const { payer, programme, cause, appeal, page, size } = asked;
  const reading = await readDenials(me);
  const all = reading.denials;
  const sum = (of: (d: DenialLine) => number): number => all.reduce((total, d) => total + of(d), 0);
  const fitting = all.filter(
    (d) =>
      (payer === undefined || d.payerId === payer) &&
      (programme === undefined || d.programmeId === programme) &&
      (cause === undefined || d.cause === cause) &&
      (appeal === undefined || d.appealOpen !== undefined),
  );
  return {
    ...reading,
    denials: fitting.slice((page - 1) * size, page * size),
    total: fitting.length,
    page,
    size,
    sums: {
      count: all.length,
      denied: sum((d) => d.amount),
      recovered: sum((d) => d.recovered),
      open: sum((d) => (d.appealOpen ? d.amount - d.recovered : 0)),
    },
  };
};
