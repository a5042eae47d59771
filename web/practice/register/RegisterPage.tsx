import '../practice.css';
import { Alert, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { UncoveredPolicy } from '@openum/domain/episode/command.ts';
import type { ClinicianBody, PayerBody, ProgrammeBody, RegisterView } from '@openum/http/contract/practice/register.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiProblem, post, put } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Page } from '../../app/Page.tsx';
import { FailedState, LoadingRows } from '../../app/states.tsx';
import { Panel } from '../../case/Panel.tsx';
import { registerQuery } from '../queries.ts';
import { levelCodes, levelWord, money, weekdayWords } from '../words.ts';

const useSave = () => {
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const save = async (send: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await send();
      await client.invalidateQueries({ queryKey: ['practice'] });
      return true;
    } catch (problem) {
      setFailure(problem);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { save, failure, busy };
};

type EntryFormProps = {
  readonly label: string;
  readonly path: string;
  readonly body: ProgrammeBody | PayerBody | ClinicianBody;
  readonly problem: string | undefined;
  readonly close: () => void;
  readonly children: ReactNode;
};

const EntryForm = ({ label, path, body, problem, close, children }: EntryFormProps) => {
  const { save, failure, busy } = useSave();
  return (
    <form
      className="um-practice-form"
      aria-label={label}
      onSubmit={(e) => {
        e.preventDefault();
        if (!problem) void save(() => post(path, body)).then((ok) => ok && close());
      }}
    >
      <div className="um-practice-fields">{children}</div>
      {failure !== undefined && (
        <Alert color="red" variant="light" role="alert">
          {failure instanceof ApiProblem ? failure.message : 'This could not be saved. Try again.'}
        </Alert>
      )}
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="xs"
          loading={busy}
          {...(problem ? { 'data-disabled': true, 'aria-disabled': true, title: problem } : {})}
        >
          Save
        </Button>
        <Button size="xs" variant="subtle" onClick={close}>
          Cancel
        </Button>
        {problem && <span className="um-practice-quiet">{problem}</span>}
      </div>
    </form>
  );
};

const newProgramme: ProgrammeBody = { name: '', levelOfCare: 'residential', code: '', charge: 0, active: true };

const ProgrammeForm = ({ entry, close }: { readonly entry: ProgrammeBody; readonly close: () => void }) => {
  const [body, setBody] = useState(entry);
  const [dollars, setDollars] = useState(entry.charge ? String(entry.charge / 100) : '');
  const sum = /^\d+(\.\d{1,2})?$/.test(dollars) ? Math.round(Number(dollars) * 100) : undefined;
  const problem = !body.name.trim()
    ? 'Enter the name.'
    : !body.code.trim()
      ? 'Enter the code by which a day is billed.'
      : sum === undefined
        ? 'Enter the charge of a day in dollars.'
        : undefined;
  return (
    <EntryForm
      label="Programme"
      path="/api/practice/programmes"
      body={{ ...body, charge: sum ?? 0 }}
      problem={problem}
      close={close}
    >
      <TextInput
        label="Name"
        required
        maxLength={200}
        value={body.name}
        onChange={(e) => setBody({ ...body, name: e.currentTarget.value })}
      />
      <NativeSelect
        label="Level of care"
        required
        value={body.levelOfCare}
        onChange={(e) => setBody({ ...body, levelOfCare: e.currentTarget.value })}
        data={levelCodes.map((l) => ({ value: l, label: levelWord(l) }))}
      />
      <TextInput
        label="Code of a day"
        required
        maxLength={20}
        value={body.code}
        onChange={(e) => setBody({ ...body, code: e.currentTarget.value })}
      />
      <TextInput
        label="Charge of a day, $"
        required
        inputMode="decimal"
        value={dollars}
        onChange={(e) => setDollars(e.currentTarget.value)}
      />
      <Checkbox.Group
        label="Weekdays"
        description="None marked: every day"
        value={(body.weekdays ?? []).map(String)}
        onChange={(days) => {
          const { weekdays: _before, ...rest } = body;
          setBody(days.length === 0 ? rest : { ...rest, weekdays: days.map(Number).toSorted() });
        }}
      >
        <div className="um-practice-actions">
          {weekdayWords.map((w, i) => (
            <Checkbox key={w} size="xs" value={String(i + 1)} label={w} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox
        label="In use"
        checked={body.active}
        onChange={(e) => setBody({ ...body, active: e.currentTarget.checked })}
      />
    </EntryForm>
  );
};

const NameForm = ({
  label,
  path,
  entry,
  npi = false,
  close,
}: {
  readonly label: string;
  readonly path: string;
  readonly entry: PayerBody | ClinicianBody;
  readonly npi?: boolean;
  readonly close: () => void;
}) => {
  const [body, setBody] = useState<PayerBody & ClinicianBody>(entry);
  const number = body.npi ?? '';
  const problem = !body.name.trim()
    ? 'Enter the name.'
    : number !== '' && !/^\d{10}$/.test(number)
      ? 'An NPI has ten digits.'
      : undefined;
  const { npi: _npi, ...rest } = body;
  return (
    <EntryForm
      label={label}
      path={path}
      body={number ? { ...rest, npi: number } : rest}
      problem={problem}
      close={close}
    >
      <TextInput
        label="Name"
        required
        maxLength={200}
        value={body.name}
        onChange={(e) => setBody({ ...body, name: e.currentTarget.value })}
      />
      {npi && (
        <TextInput
          label="NPI"
          inputMode="numeric"
          value={number}
          onChange={(e) => setBody({ ...body, npi: e.currentTarget.value.trim() })}
        />
      )}
      <Checkbox
        label="In use"
        checked={body.active}
        onChange={(e) => setBody({ ...body, active: e.currentTarget.checked })}
      />
    </EntryForm>
  );
};

type ListProps<T> = {
  readonly title: string;
  readonly entries: readonly T[];
  readonly id: (entry: T) => string;
  readonly line: (entry: T) => ReactNode;
  readonly form: (entry: T | undefined, close: () => void) => ReactNode;
  readonly why: string | undefined;
  readonly empty: string;
};

const List = <T extends { readonly name: string; readonly active: boolean }>(props: ListProps<T>) => {
  const { title, entries, id, line, form, why, empty } = props;
  const [open, setOpen] = useState<string>();
  const close = () => setOpen(undefined);
  const chosen = entries.find((e) => id(e) === open);
  return (
    <Panel
      title={title}
      flush
      aside={
        <Button
          size="compact-sm"
          variant="default"
          {...(why ? { 'data-disabled': true, 'aria-disabled': true, title: why } : {})}
          onClick={() => {
            if (!why) setOpen('new');
          }}
        >
          Add
        </Button>
      }
    >
      {open !== undefined && <div key={open}>{form(chosen, close)}</div>}
      <ul className="um-practice-list">
        {entries.map((e) => (
          <li key={id(e)}>
            <b>{e.name}</b> {!e.active && <span className="um-chip">Not in use</span>}
            {line(e)}
            {!why && (
              <Button size="compact-xs" variant="subtle" onClick={() => setOpen(id(e))}>
                Change<span className="um-hidden"> {e.name}</span>
              </Button>
            )}
          </li>
        ))}
        {entries.length === 0 && <li>{empty}</li>}
      </ul>
    </Panel>
  );
};

const policyWords: readonly (readonly [UncoveredPolicy, string])[] = [
  ['warn', 'Warn, and let it through'],
  ['block', 'Stop it, unless a named person writes the reason'],
];

const Settings = ({ view, why }: { readonly view: RegisterView; readonly why: string | undefined }) => {
  const { save, failure } = useSave();
  const set = (part: Partial<RegisterView['settings']>) =>
    void save(() => put('/api/practice/settings', { ...view.settings, ...part }));
  const choice = (key: keyof RegisterView['settings'], label: string) => (
    <NativeSelect
      label={label}
      value={view.settings[key]}
      disabled={why !== undefined}
      description={why}
      onChange={(e) => set({ [key]: e.currentTarget.value as UncoveredPolicy })}
      data={policyWords.map(([value, text]) => ({ value, label: text }))}
    />
  );
  return (
    <Panel title="When nothing covers a service">
      <div style={{ display: 'grid', gap: '0.5rem', maxInlineSize: '28rem' }}>
        {choice('recordUncovered', 'When it is recorded')}
        {choice('billUncovered', 'When it is billed')}
        {failure !== undefined && (
          <Alert color="red" variant="light" role="alert">
            {failure instanceof ApiProblem ? failure.message : 'This could not be saved. Try again.'}
          </Alert>
        )}
      </div>
    </Panel>
  );
};

/** What the forms of the practice choose from, and how strict it is. */
export const RegisterPage = () => {
  const { view: session } = useSession();
  const register = useQuery(registerQuery);
  const holds = (...roles: readonly string[]) => session.user.roles.some((r) => roles.includes(r));
  const why = holds('practiceOwner', 'utilizationReviewStaff')
    ? undefined
    : 'For: utilization review staff, practice owner';
  const view = register.data;
  return (
    <Page title="Register">
      {register.isError && !view && <FailedState error={register.error} retry={() => void register.refetch()} />}
      {register.isPending && <LoadingRows label="Loading the register" rows={4} />}
      {view && (
        <div className="um-practice-columns">
          <div>
            <List
              title="Programmes"
              entries={view.programmes}
              id={(p) => p.programmeId}
              why={why}
              empty="None yet. Add one before you admit a patient."
              line={(p) => (
                <div className="um-practice-quiet">
                  {levelWord(p.levelOfCare)}, {p.code}, {money(p.charge)} a day,{' '}
                  {p.weekdays?.length ? p.weekdays.map((d) => weekdayWords[d - 1]).join(', ') : 'every day'}
                </div>
              )}
              form={(p, close) => (
                <ProgrammeForm
                  entry={p ? { ...p, weekdays: p.weekdays ? [...p.weekdays] : undefined } : newProgramme}
                  close={close}
                />
              )}
            />
            <List
              title="Clinicians"
              entries={view.clinicians}
              id={(c) => c.clinicianId}
              why={why}
              empty="None yet."
              line={(c) => c.npi && <div className="um-practice-quiet">NPI {c.npi}</div>}
              form={(c, close) => (
                <NameForm
                  label="Clinician"
                  path="/api/practice/clinicians"
                  entry={c ?? { name: '', active: true }}
                  npi
                  close={close}
                />
              )}
            />
          </div>
          <div>
            <List
              title="Payers"
              entries={view.payers}
              id={(p) => p.payerId}
              why={why}
              empty="None yet. Add the payers of your patients."
              line={() => null}
              form={(p, close) => (
                <NameForm
                  label="Payer"
                  path="/api/practice/payers"
                  entry={p ?? { name: '', active: true }}
                  close={close}
                />
              )}
            />
            <Settings view={view} why={holds('practiceOwner') ? undefined : 'For: practice owner'} />
          </div>
        </div>
      )}
    </Page>
  );
};
