import { Button, TextInput } from '@mantine/core';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { PhysicianFileView } from '@openum/http/contract/physician.ts';
import { useState } from 'react';
import { moment } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import { localMoment } from '../case/act/localMoment.ts';
import { Panel } from '../case/Panel.tsx';
import type { Say } from './useFile.ts';

/** A field of day and time gives both in one text. */
const typed = (text: string, zone: ZoneId) => {
  const [day = '', time = ''] = text.split('T');
  return localMoment(day, time, zone);
};

const empty = { from: '', until: '', note: '' };

/** When this person is out of office; their cases go to another physician before a deadline is in danger. */
export const AbsenceSection = ({ file, say }: { readonly file: PhysicianFileView; readonly say: Say }) => {
  const [draft, setDraft] = useState(empty);
  const now = useNow();
  const { zone } = file;
  const record = async () => {
    const from = typed(draft.from, zone);
    const until = typed(draft.until, zone);
    const body = { from: from ?? draft.from, until: until ?? draft.until, ...(draft.note ? { note: draft.note } : {}) };
    if (await say('absences', body)) setDraft(empty);
  };
  return (
    <Panel title="Out of office">
      {file.absences.length === 0 && <p>No absence on file.</p>}
      <ul>
        {file.absences.map((a) => {
          const over = Date.parse(a.until) <= now;
          return (
            <li key={a.absenceId} {...(a.cancelledAt || over ? { 'data-ended': true } : {})}>
              <span>
                {moment(a.from, zone)} to {moment(a.until, zone)}
                {a.note && `: ${a.note}`}
                {a.cancelledAt ? `, cancelled ${moment(a.cancelledAt, zone)}` : over ? ', over' : ''}
              </span>
              {!a.cancelledAt && !over && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Cancel the absence from ${moment(a.from, zone)}`}
                  onClick={() => void say(`absences/${a.absenceId}/cancel`)}
                >
                  Cancel
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <form
        aria-label="Record an absence"
        onSubmit={(e) => {
          e.preventDefault();
          void record();
        }}
      >
        <TextInput
          label="From"
          type="datetime-local"
          required
          value={draft.from}
          onChange={(e) => setDraft({ ...draft, from: e.currentTarget.value })}
        />
        <TextInput
          label="Until"
          type="datetime-local"
          required
          value={draft.until}
          onChange={(e) => setDraft({ ...draft, until: e.currentTarget.value })}
        />
        <TextInput
          label="Note"
          maxLength={1000}
          value={draft.note}
          onChange={(e) => setDraft({ ...draft, note: e.currentTarget.value })}
        />
        <Button type="submit">Record</Button>
      </form>
    </Panel>
  );
};
