import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { type Gaps, gapsOf } from '@openum/domain/criteria/suggest.ts';

export type GapsSaid =
  | { readonly kind: 'tried'; readonly done: number; readonly of: number }
  | { readonly kind: 'found'; readonly gaps: Gaps };

/** Few enough to keep the page free, often enough to be seen to move. */
const stepsSaid = 50;

/** The search for gaps beside the page: it can take seconds, in which the page goes on. */
self.onmessage = ({ data }: MessageEvent<CriteriaSet>) => {
  const say = (said: GapsSaid): void => self.postMessage(said);
  const gaps = gapsOf(data, (done, of) => {
    if (done % Math.ceil(of / stepsSaid) === 0) say({ kind: 'tried', done, of });
  });
  say({ kind: 'found', gaps });
};
