import { Alert, Button, Text, Textarea } from '@mantine/core';
import type { OwnInformationRequest, OwnRequest } from '@openum/http/contract/portal.ts';
import { type FormEvent, useState } from 'react';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import { pageClosed } from '../app/nav.ts';
import { draftKey } from '../case/draft.ts';
import { Panel } from '../case/Panel.tsx';
import { problemText } from '../case/problemText.ts';
import { useDraft } from '../case/useDraft.ts';
import { Files } from './Files.tsx';
import css from './portal.module.css';
import { useOwnAct } from './useOwnAct.ts';

const Form = ({ request, asked }: { readonly request: OwnRequest; readonly asked: OwnInformationRequest }) => {
  const { actor } = useSession();
  const draft = useDraft(draftKey(actor.userId, request.caseId, `answer-${asked.requestId}`), { summary: '' });
  const { send, busy, failure } = useOwnAct(request.caseId, 'information');
  const [tried, setTried] = useState(false);
  const summary = draft.value.summary.trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (summary && (await send({ requestId: asked.requestId, summary }))) draft.discard();
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <Files caseId={request.caseId} label="Files" />
      <Textarea
        label="Your answer"
        description="What you send, and where in the files it stands"
        required
        autosize
        minRows={4}
        maxLength={4000}
        value={draft.value.summary}
        onChange={(e) => draft.change({ summary: e.currentTarget.value })}
        error={tried && !summary ? 'Write an answer, even when the files say it all.' : undefined}
      />
      {failure !== undefined && (
        <Alert color="red" role="alert">
          {problemText(failure)} What you wrote is kept.
        </Alert>
      )}
      <div className={css.actions}>
        <Button type="submit" loading={busy}>
          Send the answer
        </Button>
        <Text size="xs" c="dimmed">
          The review goes on once it is sent; add the files first.
        </Text>
      </div>
    </form>
  );
};

/** What the plan asks, and the way to answer it. */
export const AnswerPanel = ({ request }: { readonly request: OwnRequest }) => {
  const { view, zone } = useSession();
  const closed =
    pageClosed('/new-request', { kind: view.tenant.kind, roles: view.user.roles }) ?? request.closed.answer;
  const asked = request.informationRequests.find((r) => r.answeredAt === undefined);
  // Once the plan has answered, a question that nobody answered asks for nothing any more.
  if (!asked || request.status !== 'informationNeeded') return null;
  return (
    <Panel
      title="The plan asks"
      aside={
        <span>
          Answer by {moment(asked.dueAt, zone)}{' '}
          <span className={css.due}>
            <DueTime dueAt={asked.dueAt} zone={zone} focusable />
          </span>
        </span>
      }
    >
      <div className={css.form}>
        {asked.message && <div className={css.answer}>{asked.message}</div>}
        <ol className={css.questions}>
          {asked.questions.map((q) => (
            <li key={q.text}>{q.text}</li>
          ))}
        </ol>
        {closed ? (
          <Text size="sm" c="dimmed">
            {closed}
          </Text>
        ) : (
          <Form key={asked.requestId} request={request} asked={asked} />
        )}
      </div>
    </Panel>
  );
};
