import { Alert, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { criteriaOutcomeKey, levelOfCareKey } from '@openum/domain/externalCriteria/result.ts';
import { type FormEvent, useState } from 'react';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { draftKey } from '../case/draft.ts';
import { problemText } from '../case/problemText.ts';
import { useDraft } from '../case/useDraft.ts';
import { overrideWord, productWord } from './words.ts';

type Draft = {
  readonly key: string;
  readonly product: string;
  readonly version: string;
  readonly guideline: string;
  readonly reference: string;
  readonly value: string;
  readonly assessor: string;
  readonly override: string;
  readonly overrideReason: string;
  readonly at: string;
  readonly basis: string;
};

const fresh: Draft = {
  key: criteriaOutcomeKey,
  product: '',
  version: '',
  guideline: '',
  reference: '',
  value: '',
  assessor: '',
  override: 'none',
  overrideReason: '',
  at: '',
  basis: '',
};

const qualifiersOf = (d: Draft): Record<string, string> => {
  const isTool = d.key === levelOfCareKey;
  const given: readonly (readonly [string, string])[] = [
    [isTool ? 'tool' : 'product', d.product],
    ['version', d.version.trim()],
    ['reference', d.reference.trim()],
    ...(isTool
      ? ([
          ['assessor', d.assessor.trim()],
          ['override', d.override],
          ['overrideReason', d.override === 'none' ? '' : d.overrideReason.trim()],
        ] as const)
      : ([['guideline', d.guideline.trim()]] as const)),
  ];
  return Object.fromEntries(given.filter(([, v]) => v !== ''));
};

const choose = { value: '', label: 'Choose' };

/** Records what another product said, with where it can be looked up; nothing of its content is kept. */
export const ResultForm = ({ close }: { readonly close: () => void }) => {
  const { view, actor, send } = useDesk();
  const { value: d, change, discard } = useDraft<Draft>(draftKey(actor.userId, view.caseId, 'external'), fresh);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const isTool = d.key === levelOfCareKey;
  const definition = view.factLabels[d.key];
  const missing = (text: string, words: string) => (tried && text.trim() === '' ? words : undefined);
  const overridden = isTool && d.override !== 'none';
  const complete =
    [d.product, d.version, d.reference, d.value, d.basis].every((t) => t.trim() !== '') &&
    (!overridden || d.overrideReason.trim() !== '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!complete) return;
    setBusy(true);
    setFailed(undefined);
    try {
      await send({
        type: 'RecordFacts',
        facts: [
          {
            key: d.key,
            value: { kind: 'code', value: d.value },
            qualifiers: qualifiersOf(d),
            ...(d.at ? { at: d.at } : {}),
            basis: d.basis.trim(),
          },
        ],
      });
      discard();
      close();
    } catch (problem) {
      setFailed(problemText(problem));
    } finally {
      setBusy(false);
    }
  };
  const text = (
    key: 'version' | 'guideline' | 'reference' | 'assessor' | 'overrideReason',
    label: string,
    words?: string,
  ) => (
    <TextInput
      label={label}
      required={words !== undefined}
      maxLength={300}
      value={d[key]}
      onChange={(e) => change({ [key]: e.currentTarget.value })}
      error={words && missing(d[key], words)}
    />
  );
  return (
    <form className={css.form} aria-label="Record a result" noValidate onSubmit={(e) => void submit(e)}>
      <div className={css.two}>
        <NativeSelect
          label="What"
          value={d.key}
          onChange={(e) => change({ ...fresh, basis: d.basis, key: e.currentTarget.value })}
          data={[
            { value: criteriaOutcomeKey, label: 'Licensed criteria' },
            { value: levelOfCareKey, label: 'Level-of-care tool' },
          ]}
        />
        <NativeSelect
          label={isTool ? 'Tool' : 'Product'}
          required
          value={d.product}
          onChange={(e) => change({ product: e.currentTarget.value })}
          error={missing(d.product, 'Choose which one.')}
          data={[
            choose,
            ...(definition?.qualifiers?.[isTool ? 'tool' : 'product'] ?? []).map((value) => ({
              value,
              label: productWord(value),
            })),
          ]}
        />
        {text('version', 'Version', 'Write which version or edition.')}
        {!isTool && text('guideline', 'Guideline or subset')}
        <NativeSelect
          label={isTool ? 'Recommended level of care' : 'Outcome'}
          required
          value={d.value}
          onChange={(e) => change({ value: e.currentTarget.value })}
          error={missing(d.value, isTool ? 'Choose the level.' : 'Choose the outcome.')}
          data={[choose, ...(definition?.options ?? [])]}
        />
        {isTool && text('assessor', 'Assessor')}
        {isTool && (
          <NativeSelect
            label="Override"
            value={d.override}
            onChange={(e) => change({ override: e.currentTarget.value })}
            data={Object.entries(overrideWord).map(([value, label]) => ({ value, label }))}
          />
        )}
        {overridden && text('overrideReason', 'Why the assessor chose otherwise', 'Write the reason that was given.')}
        {text('reference', 'Reference number', 'Write the number under which the result can be looked up.')}
        <TextInput type="date" label="Date" value={d.at} onChange={(e) => change({ at: e.currentTarget.value })} />
      </div>
      <TextInput
        label="Basis"
        description="Where you read it: report and page, or the system"
        required
        maxLength={1000}
        value={d.basis}
        onChange={(e) => change({ basis: e.currentTarget.value })}
        error={missing(d.basis, 'Say where you read it.')}
      />
      {failed && (
        <Alert color="red" role="alert">
          {failed}
        </Alert>
      )}
      <Group gap="xs">
        <Button type="submit" loading={busy}>
          Record the result
        </Button>
        <Button
          variant="default"
          onClick={() => {
            discard();
            close();
          }}
        >
          Discard
        </Button>
      </Group>
    </form>
  );
};
