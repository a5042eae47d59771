import './intake.css';
import { Button } from '@mantine/core';
import type { ArrivalDetail } from '@openum/http/contract/intake.ts';
import type { PortalAnswer } from '@openum/http/contract/request.ts';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { channelWord } from '../app/words.ts';
import { sizeWords } from '../case/document/upload.ts';
import { Panel } from '../case/Panel.tsx';
import { embeddedSentence } from '../document/words.ts';
import type { RequestDraft } from '../request/form.ts';
import { RequestForm } from '../request/RequestForm.tsx';
import { Result } from '../request/Result.tsx';
import { FaxFields } from '../suggestion/FaxFields.tsx';
import { ArrivalDocument } from './ArrivalDocument.tsx';
import { DismissPanel } from './DismissPanel.tsx';
import { prefilledDraft } from './prefilled.ts';
import { useArrival } from './useIntake.ts';
import { stateTone, stateWord } from './words.ts';

/** What is known of the message before anybody types. */
const About = ({ detail: { row, prefill } }: { readonly detail: ArrivalDetail }) => {
  const { zone } = useSession();
  return (
    <Panel title="The message">
      <div>
        Received {moment(row.receivedAt, zone)} by {channelWord[row.channel]}
        {row.senderName && ` from ${row.senderName}`}. The clocks of the case run from this moment.
      </div>
      {row.missing.length > 0 && (
        <>
          <b>Why it made no case</b>
          <ul>
            {row.missing.map((m) => (
              <li key={m}>{m}</li>
            ))}
          </ul>
        </>
      )}
      {prefill.unmatched.map((u) => (
        <div key={u}>{u}. Not found in the register; choose below.</div>
      ))}
      {prefill.embedded.map((e, at) => (
        <div key={at}>{embeddedSentence(e)}</div>
      ))}
      {(prefill.files.length > 0 || prefill.facts > 0) && (
        <div>
          With it go {prefill.facts} clinical {prefill.facts === 1 ? 'fact' : 'facts'}
          {prefill.files.map((f) => `; ${f.title} (${sizeWords(f.sizeBytes)})`)}.
        </div>
      )}
    </Panel>
  );
};

const Settled = ({ detail: { row } }: { readonly detail: ArrivalDetail }) => {
  const { zone } = useSession();
  const caseId = row.caseId ?? row.settled?.caseId;
  return (
    <Panel title={stateWord[row.state]}>
      {row.settled && (
        <div>
          {row.settled.reason ?? 'It was entered as a case.'} {row.settled.by.name}, {moment(row.settled.at, zone)}.
        </div>
      )}
      {caseId && (
        <Link to="/cases/$caseId" params={{ caseId }}>
          Open its case
        </Link>
      )}
    </Panel>
  );
};

/** The document left, the request right. */
export const ArrivalPage = () => {
  const { messageId } = useParams({ from: '/shell/desk/intake/$messageId' });
  const client = useQueryClient();
  const arrival = useArrival(messageId);
  const [done, setDone] = useState<{ readonly answer: PortalAnswer; readonly sent: RequestDraft }>();
  const detail = arrival.data;
  const renew = () => void client.invalidateQueries({ queryKey: ['intake'] });
  const openStill = detail && !detail.row.settled && detail.row.caseId === undefined;
  return (
    <Page
      title={detail ? `${channelWord[detail.row.channel]} message` : 'Message'}
      aside={
        detail && (
          <span className="um-chip" data-tone={stateTone[detail.row.state]}>
            {stateWord[detail.row.state]}
          </span>
        )
      }
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/intake" search={{}} />}
        >
          Back to intake
        </Button>
      }
    >
      {arrival.isError && <FailedState error={arrival.error} retry={() => void arrival.refetch()} />}
      {arrival.isPending && <LoadingRows label="Loading the message" />}
      {detail && (
        <div className="um-arrival">
          <ArrivalDocument messageId={messageId} title={`${channelWord[detail.row.channel]} message`} />
          <div className="um-arrival-side">
            {done ? (
              <Result {...done} />
            ) : (
              <>
                <About detail={detail} />
                {openStill ? (
                  <>
                    <RequestForm
                      draftName={messageId}
                      start={(id) => prefilledDraft(id, detail)}
                      head={(section) => <FaxFields messageId={messageId} section={section} />}
                      pathOf={() => `/api/intake/${encodeURIComponent(messageId)}/request`}
                      done={(answer, sent) => {
                        setDone({ answer, sent });
                        renew();
                      }}
                    />
                    <DismissPanel messageId={messageId} done={renew} />
                  </>
                ) : (
                  <Settled detail={detail} />
                )}
              </>
            )}
          </div>
        </div>
      )}
    </Page>
  );
};
