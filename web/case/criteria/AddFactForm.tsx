import { Alert, Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import type { LeafFinding } from '@openum/domain/criteria/evaluation.ts';
import { useEffect, useRef, useState } from 'react';
import type { Picked } from '../../document/pick.ts';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { draftKey } from '../draft.ts';
import { submitKeys } from '../keys.ts';
import { problemText } from '../problemText.ts';
import { useDraft } from '../useDraft.ts';
import { FactFields } from './FactFields.tsx';
import { type FactDraft, factBody, onlyQualifiers } from './factDraft.ts';
import { qualifierWords, valueWords } from './factWords.ts';

type Props = {
  readonly leaf: LeafFinding;
  readonly close: () => void;
  /** Words marked on a page of a document, on which the fact rests. */
  readonly place?: Picked;
  /** What those words say, to begin with. */
  readonly said?: Partial<FactDraft>;
};

/** Records one fact that answers a leaf; the criteria are read again with it. */
export const AddFactForm = ({ leaf, close, place, said = {} }: Props) => {
  const { view, actor, send } = useDesk();
  const source = view.state.documents.find((d) => d.documentId === place?.documentId)?.title ?? 'Document';
  const placeWords = place ? `${source}, page ${place.page}: “${place.quote.slice(0, 200)}”` : '';
  const { value, change, discard } = useDraft<FactDraft & { readonly replaces: readonly string[] }>(
    draftKey(actor.userId, view.caseId, place ? `fact:${leaf.path}:${placeWords}` : `fact:${leaf.path}`),
    {
      key: leaf.reads?.fact ?? '',
      value: '',
      at: '',
      basis: placeWords,
      replaces: [],
      ...said,
      // Words on a page are taken for what they say, not for what the point would like to hear.
      qualifiers: place ? (said.qualifiers ?? {}) : onlyQualifiers(leaf.reads?.qualifiers),
    },
  );
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, input')?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const definition = view.factLabels[value.key];
  const read = factBody(value, definition);
  const error = (field: keyof FactDraft) =>
    tried && 'problems' in read ? read.problems.find((p) => p.field === field)?.message : undefined;
  const earlier = view.state.facts.filter((f) => leaf.factIds.includes(f.id) && f.key === value.key);

  const submit = async () => {
    setTried(true);
    if ('problems' in read) return;
    setBusy(true);
    setFailed(undefined);
    try {
      await send({
        type: 'RecordFacts',
        facts: [{ ...read.fact, ...(place ? { place } : {}) }],
        ...(value.replaces.length > 0 ? { replaces: [...value.replaces] } : {}),
      });
      discard();
      close();
    } catch (problem) {
      setFailed(problemText(problem));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      ref={form}
      className={css.form}
      style={{ paddingBlock: '0.5rem' }}
      aria-label={`Add a fact for ${leaf.label}`}
      onKeyDown={submitKeys(() => void submit(), close)}
      onSubmit={(e) => {
        e.preventDefault();
        void submit();
      }}
    >
      <NativeSelect
        label="Fact"
        value={value.key}
        onChange={(e) => change({ key: e.currentTarget.value, value: '', qualifiers: {} })}
        error={error('key')}
        data={[
          { value: '', label: 'Choose' },
          ...Object.entries(view.factLabels).map(([key, f]) => ({ value: key, label: f.label })),
        ]}
      />
      <FactFields definition={definition} draft={value} change={change} error={error} />
      {(said.value || said.at) && (
        <p className={css.quiet} style={{ margin: 0 }}>
          Filled in from the words of the page: compare before you record.
        </p>
      )}
      <TextInput
        label="Basis"
        description="Where you read it: document and page, or whom you asked"
        required
        maxLength={1000}
        value={value.basis}
        onChange={(e) => change({ basis: e.currentTarget.value })}
        error={error('basis')}
      />
      {earlier.map((f) => (
        <Checkbox
          key={f.id}
          label={`Replaces ${valueWords(f.value)} ${qualifierWords(f.qualifiers)} ${f.at?.slice(0, 10) ?? 'undated'}`}
          checked={value.replaces.includes(f.id)}
          onChange={(e) =>
            change({
              replaces: e.currentTarget.checked
                ? [...value.replaces, f.id]
                : value.replaces.filter((id) => id !== f.id),
            })
          }
        />
      ))}
      {failed && (
        <Alert color="red" role="alert">
          {failed}
        </Alert>
      )}
      <Group gap="xs">
        <Button type="submit" loading={busy}>
          Record and read the criteria again
        </Button>
        <Button
          variant="default"
          onClick={() => {
            discard();
            close();
          }}
        >
          Cancel
        </Button>
      </Group>
    </form>
  );
};
