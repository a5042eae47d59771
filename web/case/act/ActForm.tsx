import { Alert, Button, CloseButton, Group, Text } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { ApiProblem } from '../../api/client.ts';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { submitKeys } from '../keys.ts';
import { problemText } from '../problemText.ts';
import type { Draft } from '../useDraft.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';

type Props = {
  readonly title: string;
  readonly submitLabel: string;
  readonly draft: Pick<Draft<never>, 'restored' | 'kept'> & { readonly discard: () => void };
  /** Sentences that keep it from being sent; shown after the first try. */
  readonly problems: readonly string[];
  /** Sends; what it throws is shown and everything typed stays. */
  readonly submit: () => Promise<void>;
  /** Tells the fields that it is time to show what is wrong with them. */
  readonly onTried?: () => void;
  readonly danger?: boolean;
  readonly children: ReactNode;
};

/** The frame of every act: title, what others changed, the fields, what is missing, send. Never a pop-up. */
export const ActForm = ({ title, submitLabel, draft, problems, submit, onTried, danger = false, children }: Props) => {
  const { view, openAct, tell } = useDesk();
  const [base, setBase] = useState(view.state.version);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const within = form.current;
    // What must be written comes first, when something else is filled in already.
    const first = within?.querySelector<HTMLElement>('[data-first]');
    (first ?? within?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select'))?.focus();
  }, []);

  const send = async () => {
    setTried(true);
    onTried?.();
    if (problems.length > 0 || busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await submit();
      draft.discard();
      openAct(undefined);
      tell(`${title}: recorded. Press n for the next case.`);
    } catch (problem) {
      setFailure(problem);
    } finally {
      setBusy(false);
    }
  };
  const stale = failure instanceof ApiProblem && failure.code === 'staleVersion';

  return (
    <section className={`${css.panel} ${css.sticky}`} aria-labelledby={id}>
      <div className={css.panelHead}>
        <h2 id={id}>{title}</h2>
        <CloseButton
          size="sm"
          aria-label={`Close ${title}; what you typed is kept`}
          onClick={() => openAct(undefined)}
        />
      </div>
      <form
        ref={form}
        className={css.panelBody}
        noValidate
        onKeyDown={submitKeys(
          () => void send(),
          () => openAct(undefined),
        )}
        onSubmit={(e) => {
          e.preventDefault();
          void send();
        }}
      >
        <ChangedMeanwhile base={base} accept={() => setBase(view.state.version)} />
        <div className={css.form}>
          {draft.restored && (
            <Group justify="space-between" gap="xs">
              <Text size="xs" c="dimmed">
                You had begun this earlier; it is as you left it.
              </Text>
              <Button variant="subtle" size="compact-xs" onClick={() => draft.discard()}>
                Start over
              </Button>
            </Group>
          )}
          {children}
          {!draft.kept && (
            <Text size="xs" role="status">
              This browser cannot keep what you type; do not leave the page before sending.
            </Text>
          )}
          {tried && problems.length > 0 && (
            <Alert color="red" role="alert" title="Before this can be sent">
              <ul style={{ margin: 0, paddingInlineStart: '1.125rem' }}>
                {problems.map((p) => (
                  <li key={p}>{p}</li>
                ))}
              </ul>
            </Alert>
          )}
          {failure !== undefined && !stale && (
            <Alert color="red" role="alert">
              {problemText(failure)}
            </Alert>
          )}
        </div>
      </form>
      <div className={css.send}>
        <Button loading={busy} {...(danger ? { color: 'red' } : {})} onClick={() => void send()}>
          {stale ? `${submitLabel} on version ${view.state.version}` : submitLabel}
        </Button>
        <Button variant="default" onClick={() => openAct(undefined)}>
          Close
        </Button>
        <span className={css.quiet}>Ctrl+Enter sends, Escape closes and keeps the text</span>
      </div>
    </section>
  );
};
