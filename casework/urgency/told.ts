import { isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { ToldByPhone } from '@openum/domain/urgency/told.ts';
import { momentOf } from '../case/given.ts';

/** A call about a refusal to expedite, as it was typed in. */
export type GivenCall = { readonly to: string; readonly at: string };

export const toldOf = (given: GivenCall | undefined): ToldByPhone | Refusal | undefined => {
  if (!given) return undefined;
  const at = momentOf('told.at', given.at);
  return isRefusal(at) ? at : { to: given.to, at };
};
