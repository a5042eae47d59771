import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { stateWord } from '../app/usStates.ts';
import { lineOfBusinessWord, reviewTypeWord } from '../app/words.ts';
import { SavedFilters } from '../savedFilter/SavedFilters.tsx';
import { FilterMenu } from '../workList/FilterMenu.tsx';
import { type DayRange, type Period, periodDays, periodOf, periods, periodWord } from './period.ts';
import { type DashboardSearch, readDashboardSearch } from './search.ts';

type Props = {
  readonly search: DashboardSearch;
  readonly days: DayRange;
  readonly today: CalendarDate;
  readonly change: (search: DashboardSearch) => void;
};

const reviewTypes = ['prospective', 'concurrent', 'retrospective'] as const;

/** Takes a field out when its value is empty. */
const withField = (search: DashboardSearch, key: keyof DashboardSearch, value: string): DashboardSearch => {
  const { [key]: _, ...rest } = search;
  return value === '' ? rest : { ...rest, [key]: value };
};

export const ReportFilters = ({ search, days, today, change }: Props) => {
  const period = periodOf(days, today);
  const lines = linesOfBusiness.filter((l) => search.lineOfBusiness?.split(',').includes(l));
  const choosePeriod = (next: Period) =>
    next === 'custom'
      ? change({ ...search, from: days.from, through: days.from })
      : change({ ...search, ...periodDays(next, today) });
  return (
    <Group gap="xs" align="flex-end" className="um-report-filters">
      <NativeSelect
        size="xs"
        aria-label="Period"
        value={period}
        data={periods.map((value) => ({ value, label: periodWord[value] }))}
        onChange={(e) => choosePeriod(e.currentTarget.value as Period)}
      />
      <TextInput
        size="xs"
        type="date"
        aria-label="First day"
        required
        max={days.through}
        value={days.from}
        onChange={(e) => e.currentTarget.value && change({ ...search, ...days, from: e.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        aria-label="Last day"
        required
        min={days.from}
        value={days.through}
        onChange={(e) => e.currentTarget.value && change({ ...search, ...days, through: e.currentTarget.value })}
      />
      <FilterMenu
        label="Line of business"
        words={lineOfBusinessWord}
        options={linesOfBusiness}
        chosen={lines}
        choose={(chosen) => change(withField(search, 'lineOfBusiness', chosen.join(',')))}
      />
      <NativeSelect
        size="xs"
        aria-label="Stage"
        value={search.reviewType ?? ''}
        data={[
          { value: '', label: 'Every stage' },
          ...reviewTypes.map((value) => ({ value, label: reviewTypeWord[value] })),
        ]}
        onChange={(e) => change(withField(search, 'reviewType', e.currentTarget.value))}
      />
      <NativeSelect
        size="xs"
        aria-label="State of issue"
        value={search.state ?? ''}
        data={[
          { value: '', label: 'Every state' },
          ...Object.entries(stateWord).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(e) => change(withField(search, 'state', e.currentTarget.value))}
      />
      <SavedFilters page="dashboard" current={search} apply={(saved) => change(readDashboardSearch(saved))} />
      {Object.keys(search).length > 0 && (
        <Button variant="subtle" onClick={() => change({})}>
          Clear filters
        </Button>
      )}
    </Group>
  );
};
