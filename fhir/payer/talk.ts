import { sides, talkOutcomes } from '@openum/domain/peerToPeer/event.ts';
import { payerTalkStates, type TalkWord } from '@openum/domain/practiceTalk/word.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import { extensionsOf } from '../coding.ts';
import { type JsonObject, objectAt } from '../json.ts';
import { ownExtension } from '../systems.ts';
import { codeOneOf, momentIn, partOf, wordsIn } from './extension.ts';

const mostOffers = 20;
const longestWindow = { hours: 24 * 366 };

const wordOf = (e: JsonObject, saidAt: Instant): TalkWord | undefined => {
  const payerOfferId = wordsIn(partOf(e, 'offerId'), 'valueString', 100);
  const state = codeOneOf(partOf(e, 'state'), payerTalkStates);
  const window = objectAt(partOf(e, 'window'), 'valuePeriod');
  const opensAt = momentIn(window, 'start');
  const closesAt = momentIn(window, 'end');
  if (!payerOfferId || !state || !opensAt || !closesAt) return undefined;
  if (closesAt <= opensAt || closesAt > addElapsed(opensAt, longestWindow)) return undefined;
  const agreed = state === 'scheduled' ? momentIn(partOf(e, 'agreedAt'), 'valueInstant') : undefined;
  const agreedAt = agreed && agreed >= opensAt && agreed <= addElapsed(opensAt, longestWindow) ? agreed : undefined;
  const phone = wordsIn(partOf(e, 'phone'), 'valueString', 100);
  const payerPhysician = wordsIn(partOf(e, 'physician'), 'valueString', 200);
  const reason = wordsIn(partOf(e, 'reason'), 'valueString', 4000);
  const outcome = state === 'held' ? codeOneOf(partOf(e, 'outcome'), talkOutcomes) : undefined;
  const missedBy = state === 'missed' ? codeOneOf(partOf(e, 'missedBy'), sides) : undefined;
  return {
    payerOfferId,
    state,
    opensAt,
    closesAt,
    ...(agreedAt ? { agreedAt } : {}),
    ...(phone ? { phone } : {}),
    ...(payerPhysician ? { payerPhysician } : {}),
    ...(reason ? { reason } : {}),
    ...(outcome ? { outcome } : {}),
    ...(missedBy ? { missedBy } : {}),
    saidAt,
  };
};

/** Talks that a payer says it offers about a line. One that is not whole, or whose window cannot be, is none. */
export const readTalks = (item: JsonObject, saidAt: Instant): readonly TalkWord[] =>
  extensionsOf(item, ownExtension.peerToPeer)
    .slice(0, mostOffers)
    .flatMap((e) => wordOf(e, saidAt) ?? []);
