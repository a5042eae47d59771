import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { OwnAppeals } from '@openum/http/contract/appeal.ts';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { capital, moment } from '../../app/format.ts';
import { partyWord, standingWord, timingWord } from '../../appeal/words.ts';
import { NotSent } from '../NotSent.tsx';
import css from '../portal.module.css';
import { useOwnAct } from '../useOwnAct.ts';

type Filing = OwnAppeals['filing'][number];
const empty = { party: '', filedBy: '', timing: 'preService', statement: '', fast: '', fastReason: '', consent: false };

/** Files an appeal for the member. */
export const FileForm = ({
  caseId,
  filing,
  done,
}: {
  readonly caseId: string;
  readonly filing: Filing;
  readonly done: () => void;
}) => {
  const { zone } = useSession();
  const { send, busy, failure } = useOwnAct(caseId, 'appeal');
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
    const sent = await send({
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
      <NotSent failure={failure} />
      <div>
        <Button type="submit" loading={busy}>
          Send the appeal
        </Button>
      </div>
    </form>
  );
};
