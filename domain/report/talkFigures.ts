import type { TalkOutcome } from '../peerToPeer/event.ts';

export type TalkFigures = {
  readonly offered: number;
  readonly held: number;
  readonly missed: number;
  readonly declined: number;
  readonly outcomes: Readonly<Record<TalkOutcome, number>>;
  /** Share of the talks held after which the physician of the plan saw it otherwise; absent while none was held. */
  readonly overturnRate?: number;
};

export const talkFigures = (
  rows: readonly {
    readonly end: 'offered' | 'held' | 'missed' | 'declined';
    readonly outcome?: TalkOutcome;
    readonly talks: number;
  }[],
): TalkFigures => {
  const sum = (of: (row: (typeof rows)[number]) => boolean) => rows.filter(of).reduce((n, row) => n + row.talks, 0);
  const held = sum((r) => r.end === 'held');
  const outcomes = {
    upheldIntent: sum((r) => r.outcome === 'upheldIntent'),
    newInformation: sum((r) => r.outcome === 'newInformation'),
    changedView: sum((r) => r.outcome === 'changedView'),
  };
  return {
    offered: sum((r) => r.end === 'offered'),
    held,
    missed: sum((r) => r.end === 'missed'),
    declined: sum((r) => r.end === 'declined'),
    outcomes,
    ...(held === 0 ? {} : { overturnRate: outcomes.changedView / held }),
  };
};
