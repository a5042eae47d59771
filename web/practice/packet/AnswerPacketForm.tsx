import { Button, Textarea } from '@mantine/core';
import type { RequestDesk } from '@openum/http/contract/practice/request.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../../api/command.ts';
import { episodeShelf } from '../../document/usePages.ts';
import { ProblemLine } from '../ProblemLine.tsx';
import { usePracticeSend } from '../send.ts';
import { beginPacket, packetPart, packetProblems } from './draft.ts';
import { PacketFields } from './PacketFields.tsx';
import { PdfPreview } from './PdfPreview.tsx';
import { packetDeskQuery } from './queries.ts';

type Props = {
  readonly desk: RequestDesk;
  readonly submission: RequestDesk['submissions'][number];
  readonly close: () => void;
};

/** What a payer asked for, as one file with the documents that it wants. */
export const AnswerPacketForm = ({ desk, submission: s, close }: Props) => {
  const { send, busy, message } = usePracticeSend();
  const { data: packetDesk } = useQuery(packetDeskQuery(desk.episodeId));
  const [summary, setSummary] = useState('');
  const [draft, setDraft] = useState(() => beginPacket(desk, s.coverageId));
  const wanted = s.answers.at(-1)?.wanted ?? [];
  const problems = [...(summary.trim() ? [] : ['Write what you send.']), ...packetProblems(draft, packetDesk)];
  const path = episodeShelf(desk.episodeId);
  const body = () => ({
    expectedVersion: desk.version,
    coverageId: s.coverageId,
    answers: { submissionId: s.submissionId, summary: summary.trim() },
    ...packetPart(draft, wanted),
  });
  return (
    <form
      className="um-practice-form"
      aria-label="Answer with a packet"
      onSubmit={(e) => {
        e.preventDefault();
        if (problems.length === 0) void send(`${path}/packets`, body()).then((ok) => ok && close());
      }}
    >
      <Textarea
        label="What you send, in a few words"
        autosize
        minRows={2}
        value={summary}
        onChange={(e) => setSummary(e.currentTarget.value)}
      />
      <PacketFields
        desk={packetDesk}
        draft={draft}
        wishes={wanted}
        change={(part) => setDraft({ ...draft, ...part })}
      />
      <PdfPreview
        path={`${path}/packet-preview`}
        body={() => ({ commandId: newId(), ...body() })}
        missing={problems[0]}
        title="The packet as it would be"
      />
      <ProblemLine message={message} />
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="compact-sm"
          loading={busy}
          {...(problems.length > 0 ? { 'data-disabled': true, 'aria-disabled': true, title: problems.join(' ') } : {})}
        >
          Make the packet
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={close}>
          Cancel
        </Button>
        <span className="um-practice-quiet">{problems[0] ?? ''}</span>
      </div>
    </form>
  );
};
