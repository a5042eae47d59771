import { Anchor, Button, TextInput } from '@mantine/core';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { LettersView } from '@openum/http/contract/delivery.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { count, moment } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import { EmptyState } from '../app/states.tsx';
import { localMoment, wallClock } from '../case/act/localMoment.ts';
import { Failure } from './Failure.tsx';
import { useRenewLetters } from './queries.ts';

type Batch = LettersView['batches'][number];

export const batchName = (batchId: string): string => batchId.slice(-8).toUpperCase();

const MailedForm = ({ batch, close }: { readonly batch: Batch; readonly close: () => void }) => {
  const { zone } = useSession();
  const renew = useRenewLetters();
  const now = new Date(useNow()).toISOString() as Instant;
  const [carrier, setCarrier] = useState('USPS');
  const [day, setDay] = useState(wallClock(now, zone).day);
  const [time, setTime] = useState(wallClock(now, zone).time);
  const mailedAt = localMoment(day, time, zone);
  const mailed = useMutation({
    mutationFn: () => post(`/api/letters/batches/${encodeURIComponent(batch.batchId)}/mailed`, { carrier, mailedAt }),
    onSuccess: async () => {
      await renew();
      close();
    },
  });
  const why =
    carrier.trim() === '' ? 'Name the carrier.' : mailedAt === undefined ? 'Say when it was handed over.' : undefined;
  return (
    <div className="um-letters-form">
      <div className="um-letters-line">
        <TextInput label="Carrier" required value={carrier} onChange={(e) => setCarrier(e.currentTarget.value)} />
        <TextInput label="Handed over on" type="date" value={day} onChange={(e) => setDay(e.currentTarget.value)} />
        <TextInput label="At" title={zone} type="time" value={time} onChange={(e) => setTime(e.currentTarget.value)} />
        <ActButton why={why} loading={mailed.isPending} onClick={() => mailed.mutate()}>
          Record {count(batch.letters.length, 'letter')} as mailed
        </ActButton>
        <Button variant="default" onClick={close}>
          Close
        </Button>
      </div>
      <span className="um-letters-note">
        Times by the clock of {zone}. A letter on paper counts as sent at this moment, where the plan follows its mail.
      </span>
      <Failure error={mailed.error} />
    </div>
  );
};

/** What was printed, and whether the carrier has it. */
export const BatchList = ({ batches }: { readonly batches: readonly Batch[] }) => {
  const { zone } = useSession();
  const [open, setOpen] = useState<string>();
  if (batches.length === 0)
    return <EmptyState title="Nothing was printed yet">Print the letters that wait, and they stand here.</EmptyState>;
  return (
    <table className="um-talk-table">
      <thead>
        <tr>
          {['Batch', 'Letters', 'Printed', 'Mailed'].map((h) => (
            <th key={h} scope="col">
              {h}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {batches.map((b) => (
          <tr key={b.batchId}>
            <td>
              <b>{batchName(b.batchId)}</b>
              <div>
                <Anchor
                  href={`/api/letters/batches/${encodeURIComponent(b.batchId)}/pdf`}
                  target="_blank"
                  rel="noreferrer"
                >
                  PDF<span className="um-hidden"> of batch {batchName(b.batchId)}, opens a new tab</span>
                </Anchor>
              </div>
            </td>
            <td>{b.letters.length}</td>
            <td>
              {moment(b.createdAt, zone)}
              <div>{b.createdBy}</div>
            </td>
            <td>
              {b.mailedAt ? (
                <>
                  {b.carrier}, {moment(b.mailedAt, zone)}
                  <div>{b.mailedBy}</div>
                </>
              ) : open === b.batchId ? (
                <MailedForm batch={b} close={() => setOpen(undefined)} />
              ) : (
                <Button size="compact-xs" variant="default" onClick={() => setOpen(b.batchId)}>
                  Hand to the carrier
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
