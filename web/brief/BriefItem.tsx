import type { ItemBrief } from '@openum/domain/brief/brief.ts';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import { quantityWords } from '@openum/domain/criteria/service-units.ts';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import { date, moment } from '../app/format.ts';
import { truthWord } from '../app/words.ts';
import { statusWords } from '../peerToPeer/words.ts';
import { NoteList } from './NoteList.tsx';
import { type EvidencePlace, PointList } from './PointList.tsx';

const answerWord = { ...truthWord, notRead: 'No criteria held' } as const;
const answerTone = { met: 'good', notMet: 'bad', unknown: 'waiting', notRead: 'quiet' } as const;

const asked = ({ quantity, period, levelOfCare }: ItemBrief): string =>
  [
    quantity ? quantityWords(quantity) : '',
    period ? `${date(period.start)}${period.end ? ` to ${date(period.end)}` : ''}` : '',
    levelOfCare ?? '',
  ]
    .filter((t) => t !== '')
    .join(', ');

type Props = { readonly item: ItemBrief; readonly place: EvidencePlace; readonly zone: ZoneId };

/** One referred line: why it came, what the criteria found, and what would turn the answer. */
export const BriefItem = ({ item, place, zone }: Props) => (
  <section className="um-brief-item" aria-label={`Item ${item.itemSequence}`}>
    <h3>
      Item {item.itemSequence}: {item.service.code}{' '}
      {item.label ?? item.service.display ?? 'Service not in the catalogue'}{' '}
      <span className="um-chip" data-tone={answerTone[item.answer]}>
        {answerWord[item.answer]}
      </span>
    </h3>
    {asked(item) !== '' && <p className="um-brief-quiet">Asked for: {asked(item)}</p>}
    {item.referral && (
      <p>
        <b>Why it came to you.</b> {item.referral.reason}{' '}
        <span className="um-brief-quiet">
          {item.referral.by}, {moment(item.referral.at, zone)}
        </span>
      </p>
    )}
    {item.talkFirst && (
      <p className="um-brief-note" data-tone="waiting">
        <b>Before a decision against it.</b> {refusalSentence(item.talkFirst)}
      </p>
    )}
    {item.talks.length > 0 && (
      <p>
        <b>Peer-to-peer.</b> {item.talks.map((t) => statusWords[t.status]).join(', ')}
      </p>
    )}
    {item.criteria.length === 0 && (
      <p>
        No criteria are held here for this service. Read the record as a whole and name what you apply; a decision
        against it for medical necessity cannot stand without.
      </p>
    )}
    {item.criteria.map((c) => (
      <div key={c.evaluationId} className="um-brief-criteria">
        <p>
          <b>{c.criteria}</b>{' '}
          <span className="um-brief-quiet">
            {c.citation}, version {c.version}
          </span>
        </p>
        <PointList title="Would change the answer" points={c.wouldChange} tone="accent" />
        <PointList title="Speaks against" points={c.opposes} tone="bad" place={place} />
        <PointList title="Nobody knows" points={c.unknown} tone="waiting" place={place} />
        <PointList title="Speaks for" points={c.supports} tone="good" place={place} />
        {c.questions.length > 0 && (
          <div className="um-brief-points">
            <h4>Ask</h4>
            <ol>
              {c.questions.map((q) => (
                <li key={q}>{q}</li>
              ))}
            </ol>
          </div>
        )}
      </div>
    ))}
    <NoteList notes={item.notes} place={place} />
    {item.earlier.map((d) => (
      <p key={d.decidedAt}>
        <b>Decided before.</b> {d.outcome}, {moment(d.decidedAt, zone)}
        {'rationale' in d && d.rationale ? `: ${d.rationale}` : ''}
      </p>
    ))}
  </section>
);
