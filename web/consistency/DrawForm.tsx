import { Button, Checkbox, Group, NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { addDays, type CalendarDate } from '@openum/domain/time/instant.ts';
import type { RatingSetRow } from '@openum/http/contract/consistency.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, post } from '../api/client.ts';
import { roleWord } from '../app/words.ts';
import { useLibrary } from '../criteria/queries.ts';
import { ReportPanel } from '../report/parts.tsx';
import { periodDays } from '../report/period.ts';
import { useRaters } from './queries.ts';

/** Draws lines of past cases and gives them to reviewers. */
export const DrawForm = ({ today }: { readonly today: CalendarDate }) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const raters = useRaters(true);
  const library = useLibrary();
  const { from, through } = periodDays('90', today);
  const [form, setForm] = useState({
    title: '',
    from: from as string,
    through: through as string,
    criteriaSetId: '',
    approved: 5,
    adverse: 5,
    dueOn: addDays(today, 14) as string,
    raterIds: [] as readonly string[],
  });
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const draw = useMutation({
    mutationFn: () => {
      const { criteriaSetId, ...rest } = form;
      return post<RatingSetRow>('/api/consistency/sets', {
        ...rest,
        ...(criteriaSetId ? { criteriaSetId } : {}),
      });
    },
    onSuccess: async ({ set }) => {
      await client.invalidateQueries({ queryKey: ['consistency'] });
      await navigate({ to: '/consistency/$setId', params: { setId: set.setId } });
    },
  });
  const field = (path: string) => (draw.error instanceof ApiProblem ? draw.error.field(path) : undefined);
  const why =
    form.title.trim() === ''
      ? 'Give the set a title.'
      : form.raterIds.length < 2
        ? 'Choose at least two reviewers.'
        : form.approved + form.adverse === 0
          ? 'Choose at least one line.'
          : undefined;
  return (
    <ReportPanel title="New set">
      <form
        className="um-consistency-form"
        onSubmit={(e) => {
          e.preventDefault();
          if (!why) draw.mutate();
        }}
      >
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
          <TextInput
            label="Title"
            maxLength={120}
            value={form.title}
            error={field('title')}
            onChange={(e) => change({ title: e.currentTarget.value })}
          />
          <TextInput
            label="Decided from"
            type="date"
            value={form.from}
            error={field('from')}
            onChange={(e) => change({ from: e.currentTarget.value })}
          />
          <TextInput
            label="Through"
            type="date"
            value={form.through}
            error={field('through')}
            onChange={(e) => change({ through: e.currentTarget.value })}
          />
          <TextInput
            label="To be rated by"
            type="date"
            min={today}
            value={form.dueOn}
            error={field('dueOn')}
            onChange={(e) => change({ dueOn: e.currentTarget.value })}
          />
          <NativeSelect
            label="Criteria"
            value={form.criteriaSetId}
            data={[
              { value: '', label: 'All criteria' },
              ...(library.data?.sets ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(e) => change({ criteriaSetId: e.currentTarget.value })}
          />
          <NumberInput
            label="Lines approved"
            min={0}
            max={100}
            allowDecimal={false}
            value={form.approved}
            error={field('approved')}
            onChange={(v) => change({ approved: typeof v === 'number' ? v : 0 })}
          />
          <NumberInput
            label="Lines decided against"
            min={0}
            max={100}
            allowDecimal={false}
            value={form.adverse}
            error={field('adverse')}
            onChange={(v) => change({ adverse: typeof v === 'number' ? v : 0 })}
          />
        </SimpleGrid>
        <Checkbox.Group
          label="Reviewers"
          description="Who had a part in a case does not get it to rate."
          mt="sm"
          value={[...form.raterIds]}
          onChange={(raterIds) => change({ raterIds })}
          error={field('raterIds')}
        >
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" mt="xs">
            {raters.data?.map(({ userId, name, roles }) => (
              <Checkbox
                key={userId}
                value={userId}
                label={name}
                description={roles.map((r) => roleWord[r as keyof typeof roleWord] ?? r).join(', ')}
              />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <Group mt="md" gap="sm">
          <Button type="submit" loading={draw.isPending} disabled={why !== undefined}>
            Draw the lines
          </Button>
          {why && <span className="um-quiet">{why}</span>}
        </Group>
        {draw.error && (
          <p role="alert" className="um-consistency-problem">
            {draw.error.message}
          </p>
        )}
      </form>
      <p className="um-report-note">
        Lines are drawn by chance from those decided on these days. Raters see what was asked and what is documented,
        without the member and the decision, and nobody sees the answers of another.
      </p>
    </ReportPanel>
  );
};
