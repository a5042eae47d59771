import { NativeSelect, TextInput } from '@mantine/core';
import type { FourQuestionsReading } from '@openum/http/contract/practice/fourQuestions.ts';
import { useQuery } from '@tanstack/react-query';
import { registerQuery } from '../queries.ts';
import type { FourQuestionsSearch } from './search.ts';

type Props = {
  readonly search: FourQuestionsSearch;
  readonly reading: FourQuestionsReading | undefined;
  readonly change: (part: Record<string, string>) => void;
};

/** For which days, payer and programme it is asked. */
export const Asked = ({ search, reading, change }: Props) => {
  const register = useQuery(registerQuery).data;
  return (
    <search className="um-practice-filters um-four-asked">
      <TextInput
        size="xs"
        type="date"
        label="As it was known on"
        value={search.asOf ?? reading?.asOf ?? ''}
        onChange={(e) => change({ asOf: e.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        label="Counting from"
        max={search.asOf ?? reading?.asOf}
        value={search.from ?? reading?.from ?? ''}
        onChange={(e) => change({ from: e.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label="Payer"
        value={search.payer ?? ''}
        onChange={(e) => change({ payer: e.currentTarget.value })}
        data={[
          { value: '', label: 'Every payer' },
          ...(register?.payers ?? []).map((p) => ({ value: p.payerId, label: p.name })),
        ]}
      />
      <NativeSelect
        size="xs"
        label="Programme"
        value={search.programme ?? ''}
        onChange={(e) => change({ programme: e.currentTarget.value })}
        data={[
          { value: '', label: 'Every programme' },
          ...(register?.programmes ?? []).map((p) => ({ value: p.programmeId, label: p.name })),
        ]}
      />
    </search>
  );
};
