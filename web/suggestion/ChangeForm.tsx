import { Alert, Button, Group, Textarea } from '@mantine/core';
import type { AiSuggestion } from '@openum/domain/suggestion/suggestion.ts';
import type { CommandBody } from '@openum/http/contract/case.ts';
import { useState } from 'react';
import css from '../case/case.module.css';
import { FactFields } from '../case/criteria/FactFields.tsx';
import { type FactDraft, factBody } from '../case/criteria/factDraft.ts';
import { useDesk } from '../case/desk.ts';
import { submitKeys } from '../case/keys.ts';
import { problemText } from '../case/problemText.ts';

type Change = Pick<Extract<CommandBody, { type: 'AnswerSuggestion' }>, 'changedTo' | 'fact'>;
type Take = { readonly take: (change: Change) => Promise<void>; readonly close: () => void; readonly label: string };

const Frame = ({
  label,
  submit,
  close,
  children,
}: {
  readonly label: string;
  /** False: something is missing and is said beside its field. */
  readonly submit: () => Promise<void> | false;
  readonly close: () => void;
  readonly children: React.ReactNode;
}) => {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const go = async () => {
    const sent = submit();
    if (!sent) return;
    setBusy(true);
    setFailed(undefined);
    try {
      await sent;
    } catch (problem) {
      setFailed(problemText(problem));
      setBusy(false);
    }
  };
  return (
    <form
      className={css.form}
      aria-label={`Change ${label}`}
      onKeyDown={submitKeys(() => void go(), close)}
      onSubmit={(e) => {
        e.preventDefault();
        void go();
      }}
    >
      {children}
      {failed && (
        <Alert color="red" role="alert">
          {failed}
        </Alert>
      )}
      <Group gap="xs">
        <Button type="submit" size="compact-sm" loading={busy}>
          Take it as changed
        </Button>
        <Button variant="default" size="compact-sm" onClick={close}>
          Cancel
        </Button>
      </Group>
    </form>
  );
};

const FactChange = ({
  fact,
  take,
  close,
  label,
}: Take & { readonly fact: Extract<AiSuggestion, { kind: 'factFromText' }>['fact'] }) => {
  const { view } = useDesk();
  const definition = view.factLabels[fact.key];
  const { value } = fact;
  const [draft, setDraft] = useState<FactDraft>(() => ({
    key: fact.key,
    value: value.kind === 'boolean' ? (value.value ? 'yes' : 'no') : String(value.value),
    at: fact.at?.slice(0, 10) ?? '',
    qualifiers: fact.qualifiers ?? {},
    basis: 'As changed from a suggestion',
  }));
  const [tried, setTried] = useState(false);
  // The unit is the one that the page uses.
  const unit = value.kind === 'quantity' ? { unit: value.unit } : {};
  const kind = definition && { ...definition, ...unit };
  const read = factBody(draft, kind);
  const error = (field: keyof FactDraft) =>
    tried && 'problems' in read ? read.problems.find((p) => p.field === field)?.message : undefined;
  const submit = () => {
    setTried(true);
    if ('problems' in read) return false;
    const { at } = read.fact;
    return take({ changedTo: draft.value, fact: { value: read.fact.value, ...(at ? { at } : {}) } });
  };
  const change = ({ qualifiers: _, ...part }: Partial<FactDraft>) => setDraft({ ...draft, ...part });
  return (
    <Frame label={label} submit={submit} close={close}>
      <FactFields definition={kind} draft={draft} change={change} error={error} />
    </Frame>
  );
};

const WordsChange = ({ text, take, close, label }: Take & { readonly text: string }) => {
  const [words, setWords] = useState(text);
  const missing = words.trim() === '';
  return (
    <Frame label={label} submit={() => (missing ? false : take({ changedTo: words.trim() }))} close={close}>
      <Textarea
        label="In your words"
        autosize
        minRows={2}
        maxLength={4000}
        value={words}
        onChange={(e) => setWords(e.currentTarget.value)}
        error={missing && 'Write what is to be taken.'}
      />
    </Frame>
  );
};

/** A suggestion as a person would have it; what the model had said stays in the record. */
export const ChangeForm = ({ suggestion, ...rest }: Take & { readonly suggestion: AiSuggestion }) => {
  switch (suggestion.kind) {
    case 'factFromText':
      return <FactChange fact={suggestion.fact} {...rest} />;
    case 'criteriaSet':
      return <WordsChange text={suggestion.reason} {...rest} />;
    case 'intakeField':
      return <WordsChange text={suggestion.value} {...rest} />;
    case 'informationRequest':
    case 'briefNote':
    case 'letterDraft':
    case 'appealDraft':
      return <WordsChange text={suggestion.text} {...rest} />;
    default: {
      const never: never = suggestion;
      return never;
    }
  }
};
