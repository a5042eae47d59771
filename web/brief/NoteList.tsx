import type { BriefNote } from '@openum/domain/brief/notes.ts';
import { Quotes } from '../suggestion/Quotes.tsx';
import { sideWord } from '../suggestion/words.ts';
import type { EvidencePlace } from './PointList.tsx';

const tones = { supports: 'good', opposes: 'bad', question: 'waiting' } as const;

type Props = { readonly notes: readonly BriefNote[]; readonly place: EvidencePlace };

/** Passages that a model found and a person took; each with its page. */
export const NoteList = ({ notes, place }: Props) =>
  notes.length === 0 ? null : (
    <div className="um-brief-points">
      <h4>From the pages, suggested by a model and taken by a person</h4>
      <ul>
        {notes.map((n) => (
          <li key={n.text}>
            <span className="um-chip" data-tone={tones[n.side]}>
              {sideWord[n.side]}
            </span>{' '}
            {n.text} <span className="um-brief-quiet">Taken by {n.takenBy}.</span>
            <Quotes
              citations={n.citations}
              titleOf={(id) => place.documents.find((d) => d.documentId === id)?.title ?? 'Document'}
              hrefOf={(c) =>
                `/api/cases/${encodeURIComponent(place.caseId)}/documents/${encodeURIComponent(c.documentId)}#page=${c.page}`
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
