import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import type { PortalAnswer } from '@openum/http/contract/request.ts';
import { type ReactNode, useState } from 'react';
import { newId } from '../api/command.ts';
import { useSession } from '../api/session.ts';
import { draftKey } from '../case/draft.ts';
import { useDraft } from '../case/useDraft.ts';
import { Warning } from '../case/Warning.tsx';
import { PracticeWho } from '../portal/PracticeWho.tsx';
import { DocumentsSection } from './DocumentsSection.tsx';
import { DuplicateHint } from './DuplicateHint.tsx';
import { type DocumentDraft, type RequestDraft, requestProblems } from './form.ts';
import { ProblemList } from './ProblemList.tsx';
import { fieldId, type SectionProps } from './parts.ts';
import { QuestionsSection } from './QuestionsSection.tsx';
import { RetrospectiveSection } from './RetrospectiveSection.tsx';
import { Review } from './Review.tsx';
import css from './request.module.css';
import { useSubmit } from './useSubmit.ts';
import { WhatSection } from './WhatSection.tsx';
import { WhoSection } from './WhoSection.tsx';
import { WhySection } from './WhySection.tsx';

type Props = {
  /** Names what is kept in the browser while it is written. */
  readonly draftName: string;
  readonly start: (submissionId: string) => RequestDraft;
  /** Where it is sent. */
  readonly pathOf: (draft: RequestDraft) => string;
  /** Shown before the first section. */
  readonly head?: (section: SectionProps) => ReactNode;
  readonly done: (answer: PortalAnswer, sent: RequestDraft) => void;
};

/** A request as a person fills it in: checked, read through, sent. */
export const RequestForm = ({ draftName, start, pathOf, head, done }: Props) => {
  const { actor, view } = useSession();
  const { value, change, discard, restored, kept } = useDraft<RequestDraft>(
    draftKey(actor.userId, 'request', draftName),
    start(newId()),
  );
  const [documents, setDocuments] = useState<readonly DocumentDraft[]>([]);
  const [tried, setTried] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const sending = useSubmit(pathOf(value), value, documents, change);
  const own = requestProblems(value);
  const shown = [...(tried ? own : []), ...sending.problems];
  const error = (path: string) => shown.find((p) => p.path === path)?.message;

  const startOver = () => {
    discard(start(newId()));
    setDocuments([]);
    setTried(false);
    setReviewing(false);
    sending.forget();
  };
  const review = () => {
    setTried(true);
    if (own.length === 0) setReviewing(true);
    else document.getElementById(fieldId(own[0]?.path ?? ''))?.focus();
  };
  const send = async () => {
    const answer = await sending.send();
    if (!answer) return setReviewing(false);
    startOver();
    done(answer, value);
  };

  const section = { draft: value, change, error };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens to a key combination of the fields inside */}
      <div
        className={css.form}
        data-step={reviewing ? 'review' : 'entry'}
        onKeyDown={(e) => {
          if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return;
          if (reviewing) void send();
          else review();
        }}
      >
        {restored && !reviewing && (
          <Alert color="gray" title="You had begun this request earlier">
            <Group justify="space-between">
              <span>It is as you left it. Files are not kept in the browser: choose them again.</span>
              <Button variant="default" onClick={startOver}>
                Discard and start over
              </Button>
            </Group>
          </Alert>
        )}
        {!kept && (
          <Warning title="Not kept">
            This browser cannot keep what you type; do not leave the page before sending.
          </Warning>
        )}
        {sending.failure && (
          <Alert color="red" role="alert" title="It was not sent">
            {sending.failure} What you entered is kept.
          </Alert>
        )}
        {!reviewing && <ProblemList problems={shown} />}
        {reviewing ? (
          <Review draft={value} documents={documents} />
        ) : (
          <>
            {head?.(section)}
            {view.tenant.kind === 'practice' ? <PracticeWho {...section} /> : <WhoSection {...section} />}
            <WhatSection {...section} />
            {view.tenant.kind === 'plan' && <DuplicateHint draft={value} />}
            <RetrospectiveSection {...section} />
            <WhySection {...section} />
            <QuestionsSection {...section} />
            <DocumentsSection documents={documents} change={setDocuments} />
          </>
        )}
        <div className={css.foot}>
          <Text size="sm">{reviewing ? 'Step 2 of 2' : 'Step 1 of 2'}</Text>
          {reviewing ? (
            <>
              <Button loading={sending.part !== undefined} onClick={() => void send()}>
                Send the request
              </Button>
              <Button variant="default" onClick={() => setReviewing(false)} disabled={sending.part !== undefined}>
                Change something
              </Button>
            </>
          ) : (
            <Button onClick={review}>Check and send</Button>
          )}
          {sending.part !== undefined && (
            <Progress.Root size="lg" flex={1}>
              <Progress.Section value={sending.part * 100} aria-label="Sending the request" />
            </Progress.Root>
          )}
        </div>
      </div>
    </>
  );
};
