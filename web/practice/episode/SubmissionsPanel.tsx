import type { EpisodeView } from '@openum/http/contract/practice/episode.ts';
import { useSession } from '../../api/session.ts';
import { date, moment } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import { channelWord, levelWord, outcomeTone, outcomeWord, submissionKindWord } from '../words.ts';

export const SubmissionsPanel = ({ view }: { readonly view: EpisodeView }) => {
  const { zone } = useSession();
  return (
    <Panel title={`Requests to payers (${view.submissions.length})`} flush>
      <ul className="um-practice-list">
        {view.submissions.toReversed().map((s) => (
          <li key={s.submissionId}>
            <div>
              <b>{submissionKindWord[s.kind]}</b>, {levelWord(s.levelOfCare)}, {date(s.from)} to {date(s.to)}{' '}
              <span className="um-chip" data-tone={s.outcome ? outcomeTone[s.outcome] : 'waiting'}>
                {s.outcome ? outcomeWord[s.outcome] : 'Not answered'}
              </span>
            </div>
            <div className="um-practice-quiet">
              {channelWord[s.channel as keyof typeof channelWord]}, {moment(s.sentAt, zone)}
              {s.reference && `, reference ${s.reference}`}
            </div>
          </li>
        ))}
        {view.submissions.length === 0 && <li>Nothing has been sent to a payer for this episode.</li>}
      </ul>
    </Panel>
  );
};
