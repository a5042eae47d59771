import { type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { localText } from '../clock/due.ts';
import type { Instant } from '../time/instant.ts';
import type { PeerToPeerDemand } from './command.ts';
import { closesAt, concluded, intentFor, offersFor } from './peerToPeer.ts';

/** Why a decision against this line must wait for the talk that a rule demands; undefined when it need not, or need no longer. */
export const demandedOfferProblem = (
  c: Case,
  itemSequence: number,
  { offers: demanded, deadlines }: PeerToPeerDemand,
  now: Instant,
): Refusal | undefined => {
  const [first] = demanded;
  if (!first) return undefined;
  const early = demanded.find((d) => d.intentFirst);
  const intent = intentFor(c, itemSequence);
  if (early && !intent) return refuse('intentToDenyMissing', { item: itemSequence, citation: early.citation });
  const offers = offersFor(c, itemSequence).filter((p) => !early || (intent && p.offeredAt >= intent.at));
  const { citation } = first;
  const last = offers.at(-1);
  if (!last) return refuse('peerToPeerOfferMissing', { item: itemSequence, citation });
  const waiting = offers.find((p) => p.scheduled);
  if (waiting?.scheduled && now >= waiting.scheduled.slot.endsAt) {
    const at = localText(waiting.scheduled.slot.startsAt, c.request.zone);
    return refuse('peerToPeerOutcomeMissing', { item: itemSequence, at });
  }
  const open = offers.find((p) => !concluded(p, now, deadlines));
  if (!open) return undefined;
  const until = localText(open.scheduled?.slot.endsAt ?? closesAt(open, deadlines), c.request.zone);
  return refuse('peerToPeerOpen', { item: itemSequence, citation, until });
};
