import { invalid, refuse } from '../case/refusal.ts';
import type { EpisodeCommandOf } from '../episode/command.ts';
import type { EpisodeDecided } from '../episode/decided.ts';
import type { Episode, EpisodeTalk } from '../episode/state.ts';
import type { Instant } from '../time/instant.ts';
import { lastWord } from './standing.ts';
import type { TalkWord } from './word.ts';

/** The talk that the word is about: the one it named before, else one about this request that somebody wrote down by hand. */
const talkOf = (e: Episode, submissionId: string, word: TalkWord): EpisodeTalk | undefined => {
  const unheard = e.talks.filter((t) => t.said.length === 0);
  return (
    e.talks.find((t) => t.said.some((w) => w.payerOfferId === word.payerOfferId)) ??
    unheard.findLast((t) => t.submissionId === submissionId) ??
    unheard.findLast((t) => t.submissionId === undefined)
  );
};

const content = ({ saidAt: _s, at: _a, ...word }: TalkWord & { readonly at?: Instant }): string =>
  JSON.stringify(Object.entries(word).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Whether a word tells what is not known. A system that is asked again repeats itself, and an old answer may come late. */
export const isNews = (e: Episode, submissionId: string, word: TalkWord): boolean => {
  const talk = talkOf(e, submissionId, word);
  const last = talk && lastWord(talk);
  return !last || (word.saidAt >= last.saidAt && content(word) !== content(last));
};

/** The payer's system said how a talk stands that it offered. */
export const hearTalk = (e: Episode, command: EpisodeCommandOf<'HearTalk'>): EpisodeDecided => {
  const { submissionId, offerId, word } = command;
  if (!e.submissions.some((s) => s.submissionId === submissionId)) return refuse('submissionUnknown');
  if (word.closesAt <= word.opensAt) return invalid('closesAt', 'the window ends before it begins');
  if (!isNews(e, submissionId, word)) return refuse('talkWordKnown');
  const talk = talkOf(e, submissionId, word);
  const { payerOfferId, opensAt, closesAt, phone, payerPhysician, reason } = word;
  return [
    ...(talk
      ? []
      : [
          {
            type: 'PeerToPeerOffered',
            data: {
              offerId,
              payerOfferId,
              submissionId,
              opensAt,
              closesAt,
              ...(phone ? { phone } : {}),
              ...(payerPhysician ? { payerPhysician } : {}),
              ...(reason ? { reason } : {}),
            },
          } as const,
        ]),
    { type: 'PeerToPeerSaid', data: { ...word, offerId: talk?.offerId ?? offerId, submissionId } },
  ];
};
