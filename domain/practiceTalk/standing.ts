import type { TalkResult } from '../episode/record.ts';
import type { EpisodeTalk } from '../episode/state.ts';
import type { TalkOutcome } from '../peerToPeer/event.ts';
import { earlierOf, type Instant } from '../time/instant.ts';

const writtenEnds = ['held', 'missed', 'declined'] as const;
const talkEnds = [...writtenEnds, 'closed'] as const;
type TalkEnd = (typeof talkEnds)[number];

export const lastWord = (t: EpisodeTalk): EpisodeTalk['said'][number] | undefined => t.said.at(-1);

export const endWritten = (t: EpisodeTalk): TalkEnd | undefined => writtenEnds.find((end) => t[end] !== undefined);

/** A talk to which the payer did not come is still owed. */
const endSaid = (t: EpisodeTalk): TalkEnd | undefined => {
  const word = lastWord(t);
  if (word?.state === 'missed' && word.missedBy === 'plan') return undefined;
  return talkEnds.find((end) => end === word?.state);
};

/** How it ended: as the practice wrote it down, else as the payer says. */
export const talkEnd = (t: EpisodeTalk): { readonly end: TalkEnd; readonly by: 'practice' | 'payer' } | undefined => {
  const written = endWritten(t);
  if (written) return { end: written, by: 'practice' };
  const said = endSaid(t);
  return said && { end: said, by: 'payer' };
};

/** Missed, or its window closed without an end. */
export const wasMissed = (t: EpisodeTalk, now: Instant): boolean => {
  const ended = talkEnd(t);
  return ended ? ended.end === 'missed' : t.closesAt < now;
};

const timeSaid = (t: EpisodeTalk): Instant | undefined => {
  const word = lastWord(t);
  return word?.state === 'scheduled' ? word.agreedAt : undefined;
};

/** The agreed time; where both sides have another one, the earlier: nobody may come too late. */
export const agreedAt = (t: EpisodeTalk): Instant | undefined => {
  const said = timeSaid(t);
  return t.scheduled && said ? earlierOf(t.scheduled.at, said) : (t.scheduled?.at ?? said);
};

const talkDifferences = ['window', 'time', 'timeUnknown', 'end', 'result'] as const;
export type TalkDifference = (typeof talkDifferences)[number];

const contradicts: Record<TalkOutcome, readonly TalkResult[]> = {
  upheldIntent: ['overturned', 'partlyOverturned'],
  newInformation: [],
  changedView: ['upheld'],
};

/** Where the practice's own record and the word of the payer do not agree. Both stay. */
export const differencesOf = (t: EpisodeTalk): readonly TalkDifference[] => {
  const word = lastWord(t);
  if (!word) return [];
  const written = endWritten(t);
  const said = endSaid(t);
  const time = timeSaid(t);
  const found: Record<TalkDifference, boolean> = {
    window: t.writtenClosesAt !== undefined && t.writtenClosesAt !== word.closesAt,
    time: !written && t.scheduled !== undefined && time !== undefined && t.scheduled.at !== time,
    timeUnknown: !written && t.scheduled !== undefined && word.state === 'offered',
    end: written !== undefined && said !== undefined && said !== 'closed' && written !== said,
    result: t.held !== undefined && word.outcome !== undefined && contradicts[word.outcome].includes(t.held.result),
  };
  return talkDifferences.filter((d) => found[d]);
};
