import { type AppealDraft, exhibitName } from '@openum/domain/denial/appeal/draft.ts';
import type { AppealDesk } from '@openum/http/contract/practice/appeal.ts';
import { useState } from 'react';
import { Panel } from '../../case/Panel.tsx';
import { DocumentChooser } from '../packet/DocumentChooser.tsx';
import { chosenPagesOf } from '../packet/draft.ts';
import { asChosen, quotedElsewhere } from './edit.ts';

const leftWord = {
  after: 'Written after the denied days: no record of the time.',
  undated: 'Its day is not known; say it on the episode.',
  payer: undefined,
} as const;

type Props = {
  readonly desk: AppealDesk;
  readonly draft: AppealDraft;
  readonly isLocked: boolean;
  readonly change: (part: Partial<AppealDraft>) => void;
};

/** The documents that are bound behind the letter, in their order. */
export const ExhibitsPanel = ({ desk, draft, isLocked, change }: Props) => {
  // A page number that is half typed stands in the form before it stands in the draft.
  const [half, setHalf] = useState(() => asChosen(draft.exhibits));
  const chosen =
    JSON.stringify(chosenPagesOf(half)) === JSON.stringify(draft.exhibits) ? half : asChosen(draft.exhibits);
  const elsewhere = quotedElsewhere(draft);
  const titleOf = (id: string) => desk.documents.find((d) => d.documentId === id)?.title ?? 'A document';
  return (
    <Panel title="Exhibits">
      {isLocked ? (
        <ol className="um-appeal-quotes">
          {desk.appeal?.file?.parts.map((p, at) => (
            <li key={p.documentId}>
              Exhibit {exhibitName(at)}: {p.title}, pages {p.firstPage} to {p.lastPage} of the file
            </li>
          ))}
        </ol>
      ) : (
        <DocumentChooser
          desk={desk}
          chosen={chosen}
          change={(next) => {
            setHalf(next);
            change({ exhibits: chosenPagesOf(next) });
          }}
          nameOf={(at) => `Exhibit ${exhibitName(at)}`}
          warningOf={(id) => {
            const why = desk.left[id];
            return why && leftWord[why];
          }}
        />
      )}
      {elsewhere.length > 0 && !isLocked && (
        <div className="um-practice-bad">Quoted and not bound in: {elsewhere.map(titleOf).join(', ')}.</div>
      )}
    </Panel>
  );
};
