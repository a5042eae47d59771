import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ConflictKind, conflictKinds } from '@openum/domain/matching/physician.ts';
import type { PhysicianFileView } from '@openum/http/contract/physician.ts';
import { useState } from 'react';
import { dayOf } from '../app/format.ts';
import { Panel } from '../case/Panel.tsx';
import type { Say } from './useFile.ts';

const kindWords: Record<ConflictKind, string> = {
  provider: 'Provider',
  practice: 'Practice',
  facility: 'Facility',
  member: 'Member',
};

const empty = { kind: 'practice' as ConflictKind, name: '', identifier: '', note: '' };

/** With whom this person has a conflict of interest; such cases are neither given nor shown to them. */
export const ConflictSection = ({ file, say }: { readonly file: PhysicianFileView; readonly say: Say }) => {
  const [draft, setDraft] = useState(empty);
  const declare = async () => {
    const { identifier, note, ...rest } = draft;
    const body = { ...rest, ...(identifier ? { identifier } : {}), ...(note ? { note } : {}) };
    if (await say('conflicts', body)) setDraft(empty);
  };
  return (
    <Panel title="Conflicts of interest">
      {file.conflicts.length === 0 && <p>None declared. Cases of a declared party go to another physician.</p>}
      <ul>
        {file.conflicts.map((c) => (
          <li key={c.conflictId} {...(c.endedAt ? { 'data-ended': true } : {})}>
            <span>
              {kindWords[c.kind]} <b>{c.name}</b> {c.identifier}
              {c.note && `: ${c.note}`}
              {`, declared ${dayOf(c.declaredAt, file.zone)} by ${c.declaredBy}`}
              {c.endedAt && `, ended ${dayOf(c.endedAt, file.zone)}`}
            </span>
            {!c.endedAt && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`End the conflict with ${c.name}`}
                onClick={() => void say(`conflicts/${c.conflictId}/end`)}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form
        aria-label="Declare a conflict"
        onSubmit={(e) => {
          e.preventDefault();
          void declare();
        }}
      >
        <NativeSelect
          label="Kind"
          value={draft.kind}
          onChange={(e) => setDraft({ ...draft, kind: e.currentTarget.value as ConflictKind })}
          data={conflictKinds.map((value) => ({ value, label: kindWords[value] }))}
        />
        <TextInput
          label="Name"
          required
          maxLength={200}
          value={draft.name}
          onChange={(e) => setDraft({ ...draft, name: e.currentTarget.value })}
        />
        <TextInput
          label={draft.kind === 'member' ? 'Member number' : 'NPI'}
          maxLength={40}
          value={draft.identifier}
          onChange={(e) => setDraft({ ...draft, identifier: e.currentTarget.value })}
        />
        <TextInput
          label="Note"
          maxLength={1000}
          value={draft.note}
          onChange={(e) => setDraft({ ...draft, note: e.currentTarget.value })}
        />
        <Button type="submit">Declare</Button>
      </form>
    </Panel>
  );
};
