import type { Point } from '@openum/domain/brief/criteria.ts';
import type { AttachedDocument } from '@openum/domain/case/event.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { isWithheld } from '@openum/domain/part2/withhold.ts';
import { qualifierWords, sourceWords, valueWords } from '../case/criteria/factWords.ts';

/** Where the evidence of a point can be opened; without it the point stands alone. */
export type EvidencePlace = { readonly caseId: string; readonly documents: readonly AttachedDocument[] };

const Evidence = ({ fact, place }: { readonly fact: Fact; readonly place: EvidencePlace }) => {
  if (isWithheld(fact)) return <li>{valueWords(fact.value)}, open to those who may open its document</li>;
  const source = sourceWords(fact.source, place.documents);
  const page = fact.source.kind === 'document' ? `#page=${fact.source.page}` : '';
  const qualifiers = qualifierWords(fact.qualifiers);
  return (
    <li>
      <b>{valueWords(fact.value)}</b>
      {qualifiers && ` ${qualifiers}`}
      {fact.at ? `, ${fact.at.slice(0, 10)}` : ', undated'}
      {': '}
      {source.documentId ? (
        <a
          href={`/api/cases/${encodeURIComponent(place.caseId)}/documents/${encodeURIComponent(source.documentId)}${page}`}
          target="_blank"
          rel="noreferrer"
        >
          {source.text}
        </a>
      ) : (
        source.text
      )}
      {source.detail && fact.source.kind !== 'resource' && <span className="um-brief-quiet"> {source.detail}</span>}
    </li>
  );
};

type Props = {
  readonly title: string;
  readonly points: readonly Point[];
  readonly tone?: 'good' | 'bad' | 'waiting' | 'accent';
  readonly place?: EvidencePlace;
};

/** What the criteria ask and what was found, in the words of the reading; each with the place in the record. */
export const PointList = ({ title, points, tone, place }: Props) =>
  points.length === 0 ? null : (
    <div className="um-brief-points" {...(tone ? { 'data-tone': tone } : {})}>
      <h4>{title}</h4>
      <ul>
        {points.map((p) => (
          <li key={p.path}>
            {p.label}. <span className="um-brief-quiet">{p.explanation}</span>
            {p.overruled && (
              <span className="um-brief-quiet">
                {' '}
                Answered by {p.overruled.by}: {p.overruled.reason}
              </span>
            )}
            {place && p.evidence.length > 0 && (
              <ul className="um-brief-evidence">
                {p.evidence.map((f) => (
                  <Evidence key={f.id} fact={f} place={place} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
