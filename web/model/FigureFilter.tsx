import { NativeSelect, TextInput } from '@mantine/core';
import { addDays } from '@openum/domain/time/instant.ts';
import type { ModelView } from '@openum/http/contract/suggestion.ts';
import { agentWord } from '../suggestion/words.ts';
import type { ModelSearch } from './search.ts';

type Props = {
  readonly view: ModelView;
  readonly search: ModelSearch;
  readonly own: readonly (keyof typeof agentWord)[];
  readonly go: (search: ModelSearch) => void;
};

/** Of which questions the figures are. */
export const FigureFilter = ({ view, search, own, go }: Props) => {
  const change = (key: keyof ModelSearch, value: string): void => {
    const { [key]: _, ...rest } = search;
    go(value === '' ? rest : { ...rest, [key]: value });
  };
  // A service of an address that nobody asked about in these days stays in sight.
  const services = [...new Set([...view.services, ...(search.service ? [search.service] : [])])];
  const day = (key: 'from' | 'through', value: string): void => {
    if (value !== '') change(key, value);
  };
  return (
    <div className="um-model-line">
      <TextInput
        label="Asked from"
        type="date"
        value={view.fromDay}
        onChange={(e) => day('from', e.currentTarget.value)}
      />
      <TextInput
        label="Through"
        type="date"
        value={addDays(view.beforeDay, -1)}
        onChange={(e) => day('through', e.currentTarget.value)}
      />
      <NativeSelect
        label="Agent"
        value={search.agent ?? ''}
        onChange={(e) => change('agent', e.currentTarget.value)}
        data={[{ value: '', label: 'All agents' }, ...own.map((a) => ({ value: a, label: agentWord[a] }))]}
      />
      <NativeSelect
        label="Service"
        className="um-model-grow"
        value={search.service ?? ''}
        onChange={(e) => change('service', e.currentTarget.value)}
        data={[
          { value: '', label: 'All services' },
          ...services.map((code) => ({
            value: code,
            label: view.labels[code] ? `${code}, ${view.labels[code]}` : code,
          })),
        ]}
      />
    </div>
  );
};
