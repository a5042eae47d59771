import { Alert, Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { OwnAppeals } from '@openum/http/contract/appeal.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { get, post } from '../api/client.ts';
import { newId } from '../api/command.ts';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { capital, moment } from '../app/format.ts';
import { AppealChip } from '../appeal/Chip.tsx';
import { partyWord, standingWord, timingWord } from '../appeal/words.ts';
import { Panel } from '../case/Panel.tsx';
import { problemText } from '../case/problemText.ts';
import css from './portal.module.css';

const path = (caseId: string) => `/api/portal/requests/${encodeURIComponent(caseId)}`;

/** Sends one act; a second try of the same form does nothing twice. */
const useSend = (caseId: string) => {
  const client = useQueryClient();
  const [commandId, setCommandId] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const send = async (to: string, body: object): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await post(`${path(caseId)}/${to}`, { commandId, ...body });
      setCommandId(newId());
      await client.invalidateQueries({ queryKey: ['portal'] });
      return true;
    } catch (problem) {
      setFailure(problem);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, failure };
};

const Failure = ({ failure }: { readonly failure: unknown }) =>
  failure === undefined ? null : (
    <Alert color="red" role="alert" title="This was not sent">
      {problemText(failure)}
    </Alert>
  );

type Own = OwnAppeals['appeals'][number];

const OwnAppealRow = ({ a, caseId }: { readonly a: Own; readonly caseId: string }) => {
  const { zone } = useSession();
  const { send, busy, failure } = useSend(caseId);
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const to = `appeals/${encodeURIComponent(a.appealId)}`;
  const ended = [
    'upheld',
    'overturned',
    'partiallyOverturned',
    'dismissed',
    'withdrawn',
    'lapsed',
    'toEffectuate',
  ].includes(a.status);
  return (
    <li className={css.item}>
      <div>
        <b>{a.levelName}</b>, {a.number} <AppealChip status={a.status} />
        <div className={css.quiet}>
          Received {moment(a.receivedAt, zone)}, {a.urgency}
        </div>
        {a.dueAt && !ended && (
          <div>
            The answer is due <DueTime dueAt={a.dueAt} zone={zone} focusable />
          </div>
        )}
        {a.reasons.map((r) => (
          <div key={r} className={css.answer}>
            {r}
          </div>
        ))}
        {a.missing && (
          <form
            onSubmit={(e: FormEvent) => {
              e.preventDefault();
              if (by.trim()) void send(`${to}/consent`, { by });
            }}
          >
            <p>
              The plan waits for {standingWord[a.missing]}. Add it under “Files you sent”, then say here who signed it.
            </p>
            <TextInput label="Signed by" value={by} onChange={(e) => setBy(e.currentTarget.value)} required />
            <Button type="submit" size="compact-sm" loading={busy} mt="xs">
              It is sent
            </Button>
          </form>
        )}
        {!ended && (
          <details>
            <summary>Take the appeal back</summary>
            <form
              onSubmit={(e: FormEvent) => {
                e.preventDefault();
                if (reason.trim()) void send(`${to}/withdraw`, { reason });
              }}
            >
              <Textarea
                label="Reason"
                value={reason}
                onChange={(e) => setReason(e.currentTarget.value)}
                required
                autosize
              />
              <Button type="submit" size="compact-sm" color="red" loading={busy} mt="xs">
                Take back
              </Button>
            </form>
          </details>
        )}
        <Failure failure={failure} />
      </div>
    </li>
  );
};

type Filing = OwnAppeals['filing'][number];
const empty = { party: '', filedBy: '', timing: 'preService', statement: '', fast: '', fastReason: '', consent: false };

const FileForm = ({
  caseId,
  filing,
  done,
}: {
  readonly caseId: string;
  readonly filing: Filing;
  readonly done: () => void;
}) => {
  const { zone } = useSession();
  const { send, busy, failure } = useSend(caseId);
  const [v, setV] = useState(empty);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<typeof empty>) => setV({ ...v, ...part });
  const needs = filing.filers.find(
    (f) => f.party === v.party && (f.timing === undefined || f.timing === v.timing),
  )?.needs;
  const need = (text: string) => (tried && text.trim() === '' ? 'Fill this in.' : undefined);
  const notAllowed = v.party !== '' && needs === undefined;
  const submit = async (e: FormEvent) => {
    e.preventDefault();
    setTried(true);
    const missing = [v.party, v.filedBy, v.statement, ...(v.fast ? [v.fastReason] : [])].some((t) => t.trim() === '');
    if (missing || notAllowed) return;
    const sent = await send('appeal', {
      levelId: filing.levelId,
      party: v.party,
      filedBy: v.filedBy,
      itemSequences: filing.itemSequences,
      timing: v.timing,
      statement: v.statement,
      consentAttached: v.consent,
      ...(v.fast ? { expedited: { by: v.fast, reason: v.fastReason } } : {}),
    });
    if (sent) done();
  };
  return (
    <form onSubmit={(e) => void submit(e)} noValidate className="um-appeal-form">
      {filing.deadline && <p className={css.quiet}>In time until {moment(filing.deadline, zone)}.</p>}
      <NativeSelect
        label="Who appeals for the member"
        value={v.party}
        error={need(v.party) ?? (notAllowed ? 'This party may not appeal in this matter.' : undefined)}
        onChange={(e) => set({ party: e.currentTarget.value })}
        withAsterisk
      >
        <option value="">Choose…</option>
        {[...new Set(filing.filers.map((f) => f.party))].map((p) => (
          <option key={p} value={p}>
            {capital(partyWord[p])}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        label="Name"
        value={v.filedBy}
        error={need(v.filedBy)}
        onChange={(e) => set({ filedBy: e.currentTarget.value })}
        withAsterisk
      />
      <NativeSelect label="About" value={v.timing} onChange={(e) => set({ timing: e.currentTarget.value })}>
        {(['preService', 'postService'] as const).map((t) => (
          <option key={t} value={t}>
            {capital(timingWord[t])}
          </option>
        ))}
      </NativeSelect>
      {needs !== undefined && needs !== 'nothing' && (
        <Checkbox
          label={`${capital(standingWord[needs])} is among the files of this request`}
          description="Without it the plan keeps the appeal, but the time to decide does not run."
          checked={v.consent}
          onChange={(e) => set({ consent: e.currentTarget.checked })}
        />
      )}
      <Textarea
        label="Why the decision should change"
        description="Add records under “Files you sent”."
        value={v.statement}
        error={need(v.statement)}
        onChange={(e) => set({ statement: e.currentTarget.value })}
        withAsterisk
        autosize
        minRows={3}
      />
      {filing.expeditedOffered && (
        <NativeSelect label="How fast" value={v.fast} onChange={(e) => set({ fast: e.currentTarget.value })}>
          <option value="">In standard time</option>
          <option value="physician">Expedited, a physician says that waiting could do harm</option>
          <option value="member">Expedited, the member asks</option>
        </NativeSelect>
      )}
      {v.fast !== '' && (
        <Textarea
          label="Why waiting could do harm"
          value={v.fastReason}
          error={need(v.fastReason)}
          onChange={(e) => set({ fastReason: e.currentTarget.value })}
          withAsterisk
          autosize
        />
      )}
      <Failure failure={failure} />
      <div>
        <Button type="submit" loading={busy}>
          Send the appeal
        </Button>
      </div>
    </form>
  );
};

const Reconsider = ({
  caseId,
  lines,
  name,
}: {
  readonly caseId: string;
  readonly lines: readonly number[];
  readonly name: string;
}) => {
  const { send, busy, failure } = useSend(caseId);
  const [statement, setStatement] = useState('');
  return (
    <details>
      <summary>{name}: ask the plan to look again, without an appeal</summary>
      <form
        onSubmit={(e: FormEvent) => {
          e.preventDefault();
          if (statement.trim())
            void send('reconsideration', { itemSequences: lines, statement }).then((ok) => ok && setStatement(''));
        }}
      >
        <Textarea
          label="What is new"
          value={statement}
          onChange={(e) => setStatement(e.currentTarget.value)}
          required
          autosize
          minRows={2}
        />
        <Failure failure={failure} />
        <Button type="submit" size="compact-sm" variant="default" loading={busy} mt="xs">
          Ask
        </Button>
      </form>
    </details>
  );
};

/** Appeals of a request at the portal: file one for the member, hand in what is missing, follow it. */
export const AppealPanel = ({ caseId }: { readonly caseId: string }) => {
  const { zone } = useSession();
  const [open, setOpen] = useState<string>();
  const { data } = useQuery({
    queryKey: ['portal', 'appeals', caseId],
    queryFn: ({ signal }) => get<OwnAppeals>(`${path(caseId)}/appeals`, {}, signal),
  });
  if (!data || data.appeals.length + data.filing.length + data.reconsiderations.length === 0) return null;
  return (
    <Panel title={`Appeals (${data.appeals.length})`} flush>
      <ul className={css.plain}>
        {data.appeals.map((a) => (
          <OwnAppealRow key={a.appealId} a={a} caseId={caseId} />
        ))}
        {data.reconsiderations.map((r) => (
          <li key={r.receivedAt} className={css.item}>
            <div>
              Reconsideration asked {moment(r.receivedAt, zone)}:{' '}
              {r.answer === undefined
                ? 'not answered yet'
                : `${r.approved ? 'approved' : 'the decision stays'}. ${r.answer}`}
            </div>
          </li>
        ))}
        {data.filing.map((f) => (
          <li key={f.levelId} className={css.item}>
            <div>
              {open === f.levelId ? (
                <FileForm caseId={caseId} filing={f} done={() => setOpen(undefined)} />
              ) : (
                <Button variant="default" onClick={() => setOpen(f.levelId)}>
                  Appeal: {f.name}
                </Button>
              )}
            </div>
          </li>
        ))}
        {data.reconsideration && data.reconsideration.itemSequences.length > 0 && (
          <li className={css.item}>
            <Reconsider caseId={caseId} lines={data.reconsideration.itemSequences} name={data.reconsideration.name} />
          </li>
        )}
      </ul>
    </Panel>
  );
};
