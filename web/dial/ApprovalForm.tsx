import { Checkbox, SegmentedControl, SimpleGrid } from '@mantine/core';
import { type FactSourceKind, factSourceKinds } from '@openum/domain/dial/dial.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { DialView } from '@openum/http/contract/dial.ts';
import { useState } from 'react';
import { ProposeForm } from './ProposeForm.tsx';
import { sourceWord } from './words.ts';

type Props = {
  readonly set: DialView['criteria'][number];
  readonly now: { readonly approves: boolean; readonly sources: readonly FactSourceKind[] };
  readonly sequence: number;
  readonly today: CalendarDate;
  readonly close: () => void;
};

/** Whether one criteria set approves by itself, and on what. */
export const ApprovalForm = ({ set, now, sequence, today, close }: Props) => {
  const [approves, setApproves] = useState(now.approves);
  const [sources, setSources] = useState<readonly FactSourceKind[]>(
    now.sources.length > 0 ? now.sources : factSourceKinds,
  );
  const missing = approves && sources.length === 0;
  return (
    <ProposeForm
      title={`Change: ${set.name}`}
      sequence={sequence}
      today={today}
      bases={['sampleAudit']}
      close={close}
      open="Name at least one source that counts."
      setting={
        missing
          ? undefined
          : { kind: 'automaticApproval', criteriaSetId: set.id, approves, sources: approves ? [...sources] : [] }
      }
    >
      <SegmentedControl
        aria-label="Automatic approval"
        value={approves ? 'on' : 'off'}
        data={[
          { value: 'on', label: 'Approves by itself when met' },
          { value: 'off', label: 'Always goes to a person' },
        ]}
        onChange={(v) => setApproves(v === 'on')}
      />
      {approves && (
        <Checkbox.Group
          label="Facts that an approval may rest on"
          value={[...sources]}
          onChange={(v) => setSources(v as FactSourceKind[])}
          mt="sm"
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
            {factSourceKinds.map((k) => (
              <Checkbox key={k} value={k} label={sourceWord[k]} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      )}
    </ProposeForm>
  );
};
