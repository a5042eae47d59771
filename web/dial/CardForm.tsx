import { SimpleGrid, TextInput } from '@mantine/core';
import { addDays, type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client.ts';
import { ProposeForm } from './ProposeForm.tsx';

type Props = { readonly sequence: number; readonly today: CalendarDate; readonly close: () => void };

const day = (text: string): CalendarDate | undefined => (isCalendarDateText(text) ? (text as CalendarDate) : undefined);

/** Exempts one provider for some services; the figures come from the record. */
export const CardForm = ({ sequence, today, close }: Props) => {
  const [form, setForm] = useState({
    npi: '',
    providerName: '',
    services: '',
    through: '',
    periodFrom: addDays(today, -365) as string,
    periodThrough: today as string,
    citation: '',
  });
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (e: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = e.currentTarget;
      setForm((before) => ({ ...before, [name]: value }));
    },
  });
  const services = form.services.split(/[\s,]+/).filter((s) => s !== '');
  const [from, through] = [day(form.periodFrom), day(form.periodThrough)];
  const countable = /^\d{10}$/.test(form.npi) && services.length > 0 && from !== undefined && through !== undefined;
  const history = useQuery({
    queryKey: ['dial', 'history', form.npi, services, from, through],
    queryFn: ({ signal }) =>
      get<{ readonly decided: number; readonly approved: number }>(
        '/api/dial/history',
        { npi: form.npi, services: services.join(','), from: from ?? '', through: through ?? '' },
        signal,
      ),
    enabled: countable,
  });
  const open = !/^\d{10}$/.test(form.npi)
    ? 'An NPI has ten digits.'
    : !form.providerName.trim()
      ? 'Name the provider.'
      : services.length === 0
        ? 'Name at least one service.'
        : !from || !through
          ? 'Give both days of the period.'
          : !form.citation.trim()
            ? 'Name the law or policy.'
            : undefined;
  return (
    <ProposeForm
      title="New gold card"
      sequence={sequence}
      today={today}
      bases={['providerHistory']}
      close={close}
      open={open ?? ''}
      setting={
        open || !from || !through
          ? undefined
          : {
              kind: 'goldCard',
              npi: form.npi,
              providerName: form.providerName,
              services,
              ...(day(form.through) ? { through: form.through } : {}),
              periodFrom: from,
              periodThrough: through,
              citation: form.citation,
            }
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <TextInput label="NPI" inputMode="numeric" maxLength={10} {...field('npi')} />
        <TextInput label="Provider" maxLength={200} {...field('providerName')} />
        <TextInput label="Services" description="Codes, apart by commas" {...field('services')} />
        <TextInput label="Period from" type="date" {...field('periodFrom')} />
        <TextInput label="Period through" type="date" {...field('periodThrough')} />
        <TextInput label="Exempt through" description="Empty: until it is ended" type="date" {...field('through')} />
        <TextInput label="Law or policy" maxLength={300} {...field('citation')} />
      </SimpleGrid>
      <p role="status" className="um-quiet">
        {history.data
          ? `On record: ${history.data.approved} of ${history.data.decided} decided lines approved as asked in this period.`
          : 'What the card rests on is counted from the record once NPI, services and period are given.'}
      </p>
    </ProposeForm>
  );
};
