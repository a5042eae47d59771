import type { TalkOutcome } from '@openum/domain/peerToPeer/event.ts';
import type { TalkDifference } from '@openum/domain/practiceTalk/standing.ts';
import type { TalkWord } from '@openum/domain/practiceTalk/word.ts';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { TalkLine } from '@openum/http/contract/practice/request.ts';
import { useSession } from '../../api/session.ts';
import { moment } from '../../app/format.ts';

const outcomeWord: Record<TalkOutcome, string> = {
  upheldIntent: 'its physician stays with the intent to deny',
  newInformation: 'there was new information, and the decision follows',
  changedView: 'its physician changed their view, and the decision follows',
};

const sentence = (w: TalkWord, zone: ZoneId): string => {
  switch (w.state) {
    case 'offered':
      return `offered until ${moment(w.closesAt, zone)}, no time agreed`;
    case 'scheduled':
      return w.agreedAt ? `agreed for ${moment(w.agreedAt, zone)}` : 'a time is agreed';
    case 'held':
      return w.outcome ? `held; ${outcomeWord[w.outcome]}` : 'held';
    case 'missed':
      return w.missedBy === 'plan'
        ? 'its own physician did not come; the talk is still owed'
        : 'nobody of the practice came';
    case 'declined':
      return 'the practice declined';
    case 'closed':
      return 'decided before anybody talked; the offer is over';
  }
};

const differenceSentence: Record<TalkDifference, (t: TalkLine, zone: ZoneId) => string> = {
  window: (t, zone) =>
    t.writtenClosesAt
      ? `The window was written down to end ${moment(t.writtenClosesAt, zone)}; the payer says ${moment(t.closesAt, zone)}.`
      : '',
  time: (t, zone) =>
    `Written down as agreed is ${t.scheduled ? moment(t.scheduled.at, zone) : ''}; the payer has another time. The earlier one counts down.`,
  timeUnknown: () => 'A time is written down here, and the payer has none: call to make sure.',
  end: () => 'What is written down here of its end is not what the payer says.',
  result: () => 'The result that is written down here is not what the payer says.',
};

/** What the payer's system says of a talk, apart from what the practice wrote down; and where the two do not agree. */
export const PayerWord = ({ talk }: { readonly talk: TalkLine }) => {
  const { zone } = useSession();
  const last = talk.said.at(-1);
  if (!last) return null;
  return (
    <>
      <div>
        <b>The payer says:</b> {sentence(last, zone)}{' '}
        <span className="um-practice-quiet">({moment(last.saidAt, zone)}, by its system)</span>
      </div>
      {talk.differences.map((d) => (
        <div key={d} className="um-talk-difference" role="note">
          {differenceSentence[d](talk, zone)}
        </div>
      ))}
      {talk.said.length > 1 && (
        <details className="um-talk-sheet">
          <summary>Said before</summary>
          <ul>
            {talk.said.slice(0, -1).map((w) => (
              <li key={`${w.at}${w.state}`}>
                {moment(w.saidAt, zone)}: {sentence(w, zone)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
