import { Textarea } from '@mantine/core';
import { levelGuideFor } from '@openum/domain/noteCheck/guide.ts';
import { type NoteKnowledge, noteReader } from '@openum/domain/noteCheck/reader.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { firstOf } from '../noteCheck/first.ts';
import { NoteDesk } from '../noteCheck/NoteDesk.tsx';
import { NoteSource } from '../noteCheck/NoteSource.tsx';
import { noteGuideQuery } from '../noteCheck/queries.ts';
import { levelWord } from '../words.ts';

export type Note = {
  readonly text: string;
  /** How it was when it came in. */
  readonly first: string;
  /** What was sent last for this patient, to find what was copied from it. */
  readonly previous: string;
};

type Props = {
  readonly episodeId: string;
  readonly levelOfCare: string;
  readonly label?: string;
  readonly note: Note;
  readonly change: (part: Partial<Note>) => void;
};

const usualLabel = 'Clinical summary, in the words that go to the payer';

const Checked = ({
  knowledge,
  episodeId,
  levelOfCare,
  label = usualLabel,
  note,
  change,
}: Props & { readonly knowledge: NoteKnowledge }) => {
  const first = useMemo(
    () => (note.first === '' ? undefined : noteReader(knowledge)({ text: note.first, levelOfCare })),
    [knowledge, note.first, levelOfCare],
  );
  return (
    <NoteDesk
      label={label}
      knowledge={knowledge}
      levelOfCare={levelOfCare}
      text={note.text}
      onText={(text) => change({ text, first: firstOf(note.first, text) })}
      previous={note.previous}
      first={first}
      below={
        <NoteSource
          episodeId={episodeId}
          previous={note.previous}
          onPrevious={(previous) => change({ previous })}
          onNote={(text) => change({ text, first: text })}
          empty={note.text === ''}
        />
      }
    />
  );
};

/** What goes to the payer, read against the level that is asked for while it is written. */
export const ClinicalNote = (props: Props) => {
  const { levelOfCare, label = usualLabel, note, change } = props;
  const { data: knowledge, isError } = useQuery(noteGuideQuery);
  if (knowledge && levelGuideFor(knowledge.guide, levelOfCare))
    return (
      <div className="um-request-note">
        <Checked knowledge={knowledge} {...props} />
      </div>
    );
  return (
    <Textarea
      label={label}
      {...(knowledge
        ? { description: `The guide to notes does not know ${levelWord(levelOfCare).toLowerCase()}.` }
        : isError
          ? { description: 'The guide to notes could not be fetched; the words are checked when they are sent.' }
          : {})}
      autosize
      minRows={4}
      maxRows={16}
      value={note.text}
      onChange={(e) => change({ text: e.currentTarget.value })}
    />
  );
};
