import { episodeMayNot } from '@openum/domain/episode/capability.ts';
import { type NoteCheck, summaryOf } from '@openum/domain/noteCheck/check.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../../api/command.ts';
import { useSession } from '../../api/session.ts';
import { ActButton } from '../../app/ActButton.tsx';
import { moment } from '../../app/format.ts';
import { Failure } from '../../letters/Failure.tsx';
import { keptQuery, useKeepCheck } from './queries.ts';

type Props = {
  readonly episodeId: string | undefined;
  readonly note: { readonly text: string; readonly levelOfCare: string; readonly previous: string };
  readonly check: NoteCheck;
  readonly nameOf: (indicatorId: string) => string;
};

type Kept = { readonly noteCheckId: string; readonly text: string };

const Earlier = ({ episodeId, nameOf }: { readonly episodeId: string; readonly nameOf: Props['nameOf'] }) => {
  const { zone } = useSession();
  const { data } = useQuery(keptQuery(episodeId));
  if (!data || data.checks.length === 0) return null;
  return (
    <details>
      <summary>{data.checks.length === 1 ? '1 check kept' : `${data.checks.length} checks kept`}</summary>
      <ol className="um-note-kept">
        {data.checks.map((c) => (
          <li key={c.noteCheckId}>
            <b>{moment(c.at, zone)}</b>, {c.by}: {c.missing.length} missing, {c.contradicted.length} contradicted,{' '}
            {c.wording} wording.
            {c.change && c.change.settled.length > 0 && (
              <> Settled since the one before: {c.change.settled.map(nameOf).join(', ').toLowerCase()}.</>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
};

/** Writes into the patient's record what was found, before and after; the words of the note are not kept with it. */
export const KeepPanel = ({ episodeId, note, check, nameOf }: Props) => {
  const { actor } = useSession();
  const keep = useKeepCheck(episodeId ?? '');
  const [commandId, setCommandId] = useState(newId);
  const [kept, setKept] = useState<Kept>();
  const why = episodeMayNot('KeepNoteCheck', actor)
    ? 'Checks are kept by those who review and by the treating clinician.'
    : !episodeId
      ? 'Choose the patient first.'
      : kept?.text === note.text
        ? 'This check is kept already.'
        : undefined;
  const send = () =>
    keep.mutate(
      {
        commandId,
        text: note.text,
        levelOfCare: note.levelOfCare,
        ...(note.previous ? { previous: note.previous } : {}),
      },
      {
        onSuccess: () => {
          setKept({ noteCheckId: commandId, text: note.text });
          setCommandId(newId());
        },
      },
    );
  const { missing, contradicted } = summaryOf(check);
  return (
    <div className="um-note-keep">
      <ActButton
        why={why}
        loading={keep.isPending}
        onClick={send}
        hint="Keep what was found, not the words of the note"
      >
        Keep this check
      </ActButton>
      <span role="status" className="um-note-quiet">
        {kept?.text === note.text && `Kept with ${missing.length + contradicted.length} open points.`}
      </span>
      <Failure error={keep.error} />
      {episodeId && <Earlier episodeId={episodeId} nameOf={nameOf} />}
    </div>
  );
};
