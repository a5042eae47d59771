import { Alert, Button, Checkbox, CloseButton, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import { useEffect, useId, useRef, useState } from 'react';
import { newId } from '../api/command.ts';
import css from '../case/case.module.css';
import { submitKeys } from '../case/keys.ts';
import { problemText } from '../case/problemText.ts';
import { useDraft } from '../case/useDraft.ts';
import type { Sent } from './queries.ts';
import { type ActSpec, type Field, momentIn, problemsOf, shownFields, type Values } from './spec.ts';

type InputProps = {
  readonly field: Field;
  readonly value: Values;
  readonly change: (part: Values) => void;
  readonly error: string | undefined;
};

const Input = ({ field: f, value, change, error }: InputProps) => {
  const common = {
    label: f.label,
    description: f.hint,
    error,
    withAsterisk: f.optional !== true,
    'data-field': f.name,
  };
  const own = value[f.name] ?? '';
  const set = (text: string) => change({ [f.name]: text });
  switch (f.kind) {
    case 'area':
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={10}
          value={own}
          onChange={(e) => set(e.currentTarget.value)}
        />
      );
    case 'select':
      return (
        <NativeSelect {...common} value={own} onChange={(e) => set(e.currentTarget.value)}>
          <option value="">Choose…</option>
          {(f.options ?? []).map((o) => (
            <option key={o.value} value={o.value} disabled={o.disabled}>
              {o.label}
            </option>
          ))}
        </NativeSelect>
      );
    case 'check':
      return (
        <Checkbox
          label={f.label}
          description={f.hint}
          error={error}
          data-field={f.name}
          checked={own === 'yes'}
          onChange={(e) => set(e.currentTarget.checked ? 'yes' : '')}
        />
      );
    case 'moment':
      return (
        <div className="um-appeal-moment">
          <TextInput
            {...common}
            type="date"
            value={value[`${f.name}.day`] ?? ''}
            onChange={(e) => change({ [`${f.name}.day`]: e.currentTarget.value })}
          />
          <TextInput
            label="Time"
            description={f.hint ? ' ' : undefined}
            withAsterisk={f.optional !== true}
            type="time"
            value={value[`${f.name}.time`] ?? ''}
            onChange={(e) => change({ [`${f.name}.time`]: e.currentTarget.value })}
          />
        </div>
      );
    default:
      return (
        <TextInput
          {...common}
          type={f.kind === 'day' ? 'date' : 'text'}
          value={own}
          onChange={(e) => set(e.currentTarget.value)}
        />
      );
  }
};

type Props = {
  readonly spec: ActSpec;
  readonly draftKey: string;
  readonly zone: ZoneId;
  readonly send: (sent: Sent, commandId: string) => Promise<void>;
  readonly close: (done?: string) => void;
};

/** The form of one act: its fields, what is missing, send. Everything typed stays until it was taken. */
export const SpecForm = ({ spec, draftKey, zone, send, close }: Props) => {
  const draft = useDraft<Values>(draftKey, spec.initial);
  const [commandId] = useState(newId);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);
  const problems = problemsOf(spec, draft.value, zone);
  const submit = async () => {
    setTried(true);
    if (Object.keys(problems).length > 0) {
      const [first] = Object.keys(problems);
      form.current?.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
      return;
    }
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await send(
        spec.make(draft.value, (name) => momentIn(draft.value, name, zone) ?? ''),
        commandId,
      );
      draft.discard();
      close(`${spec.title}: recorded.`);
    } catch (problem) {
      setFailure(problem);
      setBusy(false);
    }
  };
  return (
    <section className={css.panel} aria-labelledby={id}>
      <div className={css.panelHead}>
        <h2 id={id}>{spec.title}</h2>
        <CloseButton size="sm" aria-label={`Close ${spec.title}; what you typed is kept`} onClick={() => close()} />
      </div>
      <form
        ref={form}
        className={`${css.panelBody} um-appeal-form`}
        noValidate
        onKeyDown={submitKeys(
          () => void submit(),
          () => close(),
        )}
        onSubmit={(e) => {
          e.preventDefault();
          void submit();
        }}
      >
        {shownFields(spec, draft.value).map((f) => (
          <Input
            key={f.name}
            field={f}
            value={draft.value}
            change={(part) => draft.change(part)}
            error={tried ? problems[f.name] : undefined}
          />
        ))}
        {failure !== undefined && (
          <Alert color="red" role="alert" title="This was not recorded">
            {problemText(failure)}
          </Alert>
        )}
        <div className="um-appeal-acts">
          <Button type="submit" loading={busy} {...(spec.danger ? { color: 'red' } : {})}>
            {spec.submit}
          </Button>
          <Button variant="subtle" onClick={() => close()}>
            Close
          </Button>
        </div>
      </form>
    </section>
  );
};
