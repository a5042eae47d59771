import { Alert, Button, Text, Textarea } from '@mantine/core';
import type { AskAnswerBody, AskView } from '@openum/http/contract/ask.ts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { post } from '../api/client.ts';
import { newId } from '../api/command.ts';
import type { Factor } from '../guestLink/GuestEntry.tsx';
import { AskFiles } from './AskFiles.tsx';
import { whyNotSent } from './asked.ts';

type Props = {
  readonly view: AskView;
  readonly path: string;
  readonly factor: Factor;
  readonly changed: (view: AskView) => void;
};

const longest = 4000;

/** Words beside each question, and files. What was written stays on the page whatever the plan answers. */
export const AskForm = ({ view, path, factor, changed }: Props) => {
  const [answers, setAnswers] = useState(() => view.questions.map(() => ''));
  const [more, setMore] = useState('');
  const [commandId] = useState(newId);
  const [tried, setTried] = useState(false);
  const [going, setGoing] = useState(false);
  const goingId = useId();
  const send = useMutation({
    mutationFn: () => post<AskView>(`${path}/answer`, { ...factor, commandId, answers, more } satisfies AskAnswerBody),
    onSuccess: changed,
  });
  const written = [...answers, more].some((a) => a.trim() !== '');
  useEffect(() => {
    if (!written) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [written]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (written && !going) send.mutate();
  };
  const one = view.questions.length === 1;
  return (
    <form noValidate className="um-guest-form" onSubmit={submit}>
      <h2>What the plan asks</h2>
      {view.questions.map((q, at) => (
        <Textarea
          key={`${at} ${q}`}
          label={one ? q : `${at + 1}. ${q}`}
          description={at === 0 ? 'Your answer, or where it stands in the files' : undefined}
          autosize
          minRows={2}
          maxLength={longest}
          value={answers[at] ?? ''}
          error={at === 0 && tried && !written ? 'Write an answer, even when the files say it all.' : undefined}
          onChange={(e) => setAnswers(answers.with(at, e.currentTarget.value))}
        />
      ))}
      <Textarea
        label="Anything else"
        description="Optional"
        autosize
        minRows={2}
        maxLength={longest}
        value={more}
        onChange={(e) => setMore(e.currentTarget.value)}
      />
      <AskFiles view={view} path={path} factor={factor} sent={changed} going={setGoing} />
      {send.error && (
        <Alert color="red" role="alert">
          {whyNotSent(send.error, view)} What you wrote is still on this page.
        </Alert>
      )}
      <Button
        type="submit"
        loading={send.isPending}
        {...(going ? { 'data-disabled': true, 'aria-disabled': true, 'aria-describedby': goingId } : {})}
      >
        Send the answer
      </Button>
      <Text id={goingId} size="xs" c="dimmed">
        {going
          ? 'Files are still being sent; the answer can go after them.'
          : 'One answer ends this request: the review goes on with it, and nothing can be added by this link.'}
      </Text>
    </form>
  );
};
