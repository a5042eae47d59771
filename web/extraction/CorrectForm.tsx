import { Alert, Button, Group, TextInput } from '@mantine/core';
import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import { useState } from 'react';
import css from '../case/case.module.css';
import { FactFields } from '../case/criteria/FactFields.tsx';
import { type FactDraft, factBody } from '../case/criteria/factDraft.ts';
import { useDesk } from '../case/desk.ts';
import { submitKeys } from '../case/keys.ts';
import { problemText } from '../case/problemText.ts';
import { answerTo, draftOf } from './answer.ts';

type Props = { readonly offered: OfferedFact; readonly close: () => void };

/** Takes a fact otherwise than it was read; what was read stays in the record. */
export const CorrectForm = ({ offered, close }: Props) => {
  const { view, send } = useDesk();
  const definition = view.factLabels[offered.fact.key];
  const [draft, setDraft] = useState<FactDraft>(() => draftOf(offered, definition?.unit));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const read = factBody(draft, definition);
  const error = (field: keyof FactDraft) =>
    tried && 'problems' in read ? read.problems.find((p) => p.field === field)?.message : undefined;
  const submit = async () => {
    setTried(true);
    if ('problems' in read) return;
    const { value, at, qualifiers, basis } = read.fact;
    const corrected = { value, ...(at ? { at } : {}), ...(qualifiers ? { qualifiers } : {}) };
    setBusy(true);
    setFailed(undefined);
    try {
      await send(answerTo(offered, { verdict: 'corrected', reason: basis, corrected }));
      close();
    } catch (problem) {
      setFailed(problemText(problem));
      setBusy(false);
    }
  };
  return (
    <form
      className={css.form}
      noValidate
      aria-label={`Correct ${definition?.label ?? offered.fact.key}`}
      onKeyDown={submitKeys(() => void submit(), close)}
      onSubmit={(e) => {
        e.preventDefault();
        void submit();
      }}
    >
      <FactFields
        definition={definition}
        draft={draft}
        change={(part) => setDraft({ ...draft, ...part })}
        error={error}
      />
      <TextInput
        label="Why it was read wrongly"
        required
        maxLength={1000}
        value={draft.basis}
        onChange={(e) => setDraft({ ...draft, basis: e.currentTarget.value })}
        error={error('basis') && 'Say what was wrong.'}
      />
      {failed && (
        <Alert color="red" role="alert">
          {failed}
        </Alert>
      )}
      <Group gap="xs">
        <Button type="submit" size="compact-sm" loading={busy}>
          Take it as corrected
        </Button>
        <Button variant="default" size="compact-sm" onClick={close}>
          Cancel
        </Button>
      </Group>
    </form>
  );
};
