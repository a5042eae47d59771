import { UnstyledButton } from '@mantine/core';
import type { DocumentPart } from '@openum/domain/document/part.ts';
import { type ReactNode, useState } from 'react';
import { documentKindWord } from '../intake/documentKinds.ts';
import css from './document.module.css';

/** A form that says what the pages of a part are. */
export type CorrectPart = (part: DocumentPart, close: () => void) => ReactNode;

type Props = { readonly part: DocumentPart; readonly correct: CorrectPart | undefined };

const why = ({ because, said }: DocumentPart): string | undefined =>
  said ? 'A person has said so' : because.length > 0 ? `Told by: ${because.join(', ')}` : undefined;

/** What a range of pages is, by its words or by a person's. */
export const PartHead = ({ part, correct }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const { from, to } = part;
  const name = part.kind ? documentKindWord[part.kind] : 'Not told by its words';
  const range = from === to ? `page ${from}` : `pages ${from} to ${to}`;
  return (
    <div className={css.part}>
      <span title={why(part)}>
        {name}
        {part.said && <small> said by a person</small>}
      </span>
      {correct && !isOpen && (
        <UnstyledButton className={css.correct ?? ''} onClick={() => setOpen(true)}>
          Correct<span className="um-hidden"> what {range} are</span>
        </UnstyledButton>
      )}
      {isOpen && correct?.(part, () => setOpen(false))}
    </div>
  );
};
