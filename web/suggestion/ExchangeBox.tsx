import { Loader } from '@mantine/core';
import type { ExchangeView } from '@openum/http/contract/suggestion.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { moment } from '../app/format.ts';
import { FailedState } from '../app/states.tsx';
import own from './suggestion.module.css';
import { casePath, type Run } from './useSuggestions.ts';
import { redactionWord } from './words.ts';

const Exchange = ({ caseId, runId }: { readonly caseId: string; readonly runId: string }) => {
  const { zone } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['exchange', runId],
    queryFn: ({ signal }) => get<ExchangeView>(`${casePath(caseId)}/${runId}/exchange`, {}, signal),
  });
  if (error) return <FailedState error={error} retry={() => void refetch()} />;
  if (!data) return <Loader size="xs" role="status" aria-label="Loading what was sent" />;
  if (data.length === 0) return <p className={own.quiet}>Nothing was sent.</p>;
  return data.map((x) => (
    <div key={x.callId}>
      <div className={own.quiet}>
        Sent to {x.model}, {moment(x.at, zone)}
        {x.redaction && `. ${redactionWord[x.redaction]}.`}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre className={own.exchange} tabIndex={0}>
        {x.prompt}
      </pre>
      <div className={own.quiet}>
        {x.reply
          ? `Came back ${moment(x.reply.at, zone)}: ${x.reply.inputTokens} tokens in, ${x.reply.outputTokens} out`
          : 'Nothing has come back.'}
      </div>
      {x.reply && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <pre className={own.exchange} tabIndex={0}>
          {x.reply.answer || '(empty)'}
        </pre>
      )}
    </div>
  ));
};

/** Every word that went to the model and came back, for whoever wants to know. */
export const ExchangeBox = ({ caseId, run }: { readonly caseId: string; readonly run: Run }) => {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary className={own.quiet}>What was sent and what came back</summary>
      {open && <Exchange caseId={caseId} runId={run.runId} />}
    </details>
  );
};
