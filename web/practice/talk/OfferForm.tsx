import { Alert, Button, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { atWallClock } from '@openum/domain/time/instant.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { date } from '../../app/format.ts';
import { patientChoices } from '../queries.ts';
import { usePracticeSend } from '../send.ts';
import { requestDeskQuery } from '../task/queries.ts';
import { submissionKindWord } from '../words.ts';

/** An offer of a talk, as it came by telephone, fax or letter. */
export const OfferForm = ({ close }: { readonly close: () => void }) => {
  const { zone } = useSession();
  const { send, busy, message } = usePracticeSend();
  const [find, setFind] = useState('');
  const asked = useDebouncedValue(find, 250)[0];
  const board = useQuery({ ...patientChoices(asked, 'all'), placeholderData: keepPreviousData }).data;
  const [episodeId, setEpisodeId] = useState('');
  const desk = useQuery({ ...requestDeskQuery(episodeId), enabled: episodeId !== '' }).data;
  const [v, setV] = useState({ submissionId: '', closesAt: '', phone: '', payerPhysician: '', reason: '' });
  const field = (name: keyof typeof v) => ({
    value: v[name],
    onChange: (e: { currentTarget: { value: string } }) => setV({ ...v, [name]: e.currentTarget.value }),
  });
  const problem = !episodeId ? 'Choose the patient.' : !v.closesAt ? 'Enter the end of the window.' : undefined;
  const trimmed = (name: 'phone' | 'payerPhysician' | 'reason') => (v[name].trim() ? { [name]: v[name].trim() } : {});
  return (
    <form
      className="um-practice-form"
      aria-label="Write down an offer"
      onSubmit={(e) => {
        e.preventDefault();
        if (problem || !desk) return;
        void send(`/api/practice/episodes/${episodeId}/talks`, {
          expectedVersion: desk.version,
          talk: {
            type: 'offer',
            closesAt: atWallClock(v.closesAt, zone),
            ...(v.submissionId ? { submissionId: v.submissionId } : {}),
            ...trimmed('phone'),
            ...trimmed('payerPhysician'),
            ...trimmed('reason'),
          },
        }).then((ok) => ok && close());
      }}
    >
      <div className="um-practice-fields">
        <Select
          label="Patient"
          placeholder="Name, chart, member or episode number"
          searchable
          value={episodeId || null}
          onChange={(id) => setEpisodeId(id ?? '')}
          onSearchChange={(text) => setFind(text.includes('·') ? '' : text)}
          filter={({ options }) => options}
          data={(board?.lines ?? []).map((l) => ({
            value: l.episodeId,
            label: `${l.patientName} · ${l.episodeNumber}`,
          }))}
        />
        <NativeSelect
          label="About the request"
          {...field('submissionId')}
          data={[
            { value: '', label: 'None in particular' },
            ...(desk?.submissions ?? []).map((s) => ({
              value: s.submissionId,
              label: `${submissionKindWord[s.kind]} ${date(s.from)} to ${date(s.to)}`,
            })),
          ]}
        />
        <TextInput type="datetime-local" label="Window ends" {...field('closesAt')} />
        <TextInput label="Number to call" {...field('phone')} />
        <TextInput label="Physician of the payer" {...field('payerPhysician')} />
      </div>
      <Textarea label="What is in question" autosize minRows={2} {...field('reason')} />
      {message && (
        <Alert color="red" role="alert" variant="light">
          {message}
        </Alert>
      )}
      <div className="um-practice-actions">
        <Button type="submit" loading={busy} {...(problem ? { 'data-disabled': true, 'aria-disabled': true } : {})}>
          Write down
        </Button>
        <Button variant="subtle" onClick={close}>
          Cancel
        </Button>
        <span className="um-practice-quiet">{problem}</span>
      </div>
    </form>
  );
};
