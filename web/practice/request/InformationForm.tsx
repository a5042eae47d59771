import { Button } from '@mantine/core';
import type { InformationBody, RequestDesk } from '@openum/http/contract/practice/request.ts';
import { useSession } from '../../api/session.ts';
import { draftKey } from '../../case/draft.ts';
import { useDraft } from '../../case/useDraft.ts';
import { ProblemLine } from '../ProblemLine.tsx';
import { usePracticeSend } from '../send.ts';
import { ClinicalNote, type Note } from './ClinicalNote.tsx';

type Props = {
  readonly desk: RequestDesk;
  readonly submission: RequestDesk['submissions'][number];
  readonly close: () => void;
};

/** What the payer asked for, read against the level while it is written. */
export const InformationForm = ({ desk, submission: s, close }: Props) => {
  const { actor } = useSession();
  const { send, busy, message } = usePracticeSend();
  const electronic = s.channel === 'pas';
  const note = useDraft<Note>(draftKey(actor.userId, s.submissionId, 'information'), {
    text: '',
    first: '',
    previous: s.informationSent.at(-1)?.summary ?? s.clinicalSummary,
  });
  const summary = note.value.text.trim();
  const before = note.value.first.trim();
  const problem = summary === '' ? 'Write what you send.' : undefined;
  const body = (): Omit<InformationBody, 'commandId'> => ({
    summary,
    ...(before !== '' ? { noteBefore: before } : {}),
  });
  return (
    <form
      className="um-practice-form"
      aria-label="Send what was asked for"
      onSubmit={(e) => {
        e.preventDefault();
        if (problem) return;
        void send(`/api/practice/episodes/${desk.episodeId}/requests/${s.submissionId}/information`, body()).then(
          (ok) => {
            if (!ok) return;
            note.discard();
            close();
          },
        );
      }}
    >
      {s.answers.at(-1)?.wanted?.map((w) => (
        <div key={w}>
          <b>Asked for:</b> {w}
        </div>
      ))}
      <ClinicalNote
        episodeId={desk.episodeId}
        levelOfCare={s.levelOfCare}
        label={electronic ? 'What goes to the payer' : 'What was sent'}
        note={note.value}
        change={note.change}
      />
      <div className="um-practice-quiet">
        What is found is kept with the request, for the words as they came in and as they go.
      </div>
      <ProblemLine message={message} />
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="compact-sm"
          loading={busy}
          {...(problem ? { 'data-disabled': true, 'aria-disabled': true, title: problem } : {})}
        >
          {electronic ? 'Send to the payer' : 'Write down as sent'}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={close}>
          Cancel
        </Button>
        <span className="um-practice-quiet">{problem}</span>
      </div>
    </form>
  );
};
