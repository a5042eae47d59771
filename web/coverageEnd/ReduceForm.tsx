import { Checkbox, MultiSelect, NativeSelect, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { CaseItem } from '@openum/domain/case/state.ts';
import { authorizedNow } from '@openum/domain/coverageEnd/reducible.ts';
import { type CalendarDate, daysBetween, isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { ReasonHit } from '@openum/http/contract/request.ts';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import { date } from '../app/format.ts';
import { ActForm } from '../case/act/ActForm.tsx';
import { unopened } from '../case/act/decisionProblems.ts';
import { EvidenceToOpen } from '../case/act/EvidenceToOpen.tsx';
import { useActDraft } from '../case/act/useActDraft.ts';
import { spokenRefusal } from '../case/act/whyNot.ts';
import { useDesk } from '../case/desk.ts';

const through = (item: CaseItem): string => {
  const end = authorizedNow(item)?.period.end;
  return end ? `through ${date(end)}` : 'no end';
};

const inDays = (unit: string): boolean => unit === 'd' || unit === 'day';

/** What stays of an authorization in days when it ends on `end`; another unit stays as it was typed. */
const unitsUntil = (
  item: CaseItem,
  end: string,
  typed: string,
): { readonly value: number; readonly unit: string } | undefined => {
  const authorized = authorizedNow(item);
  const quantity = authorized?.quantity;
  if (!authorized || !quantity) return undefined;
  if (typed.trim() !== '') return { value: Number(typed), unit: quantity.unit };
  if (!inDays(quantity.unit) || !isCalendarDateText(end)) return undefined;
  return { value: daysBetween(authorized.period.start, end as CalendarDate) + 1, unit: quantity.unit };
};

export const ReduceForm = () => {
  const { view, send } = useDesk();
  const { advance, lines } = view.coverageEnd;
  const draft = useActDraft('reduce', {
    itemSequence: '',
    lastCoveredOn: '',
    units: '',
    reasonCodes: [] as readonly string[],
    rationale: '',
    memberRationale: '',
    citedName: '',
    citedVersion: '',
    citedCitation: '',
    ground: '',
    groundReason: '',
    noConflictOfInterest: false,
    reviewedRecord: false,
  });
  const d = draft.value;
  const open = lines.filter((l) => !l.refusal);
  const sequence = open.find((l) => String(l.itemSequence) === d.itemSequence)?.itemSequence ?? open[0]?.itemSequence;
  const item = view.state.items.find((i) => i.sequence === sequence);
  const authorized = item && authorizedNow(item);
  const reasons = useQuery({
    queryKey: ['decision-reasons'],
    queryFn: ({ signal }) => get<ReasonHit[]>('/api/decision-reasons', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const evaluated = view.state.evaluations.some((e) => e.itemSequence === item?.sequence);
  const quantity = item && unitsUntil(item, d.lastCoveredOn, d.units);
  const soon = isCalendarDateText(d.lastCoveredOn) && d.lastCoveredOn < advance.earliestEnd;
  const toOpen = unopened(view).map((u) => `Open this first: ${u.title}.`);
  const problems = [
    ...(item ? [] : ['No line of this case can be reduced now; the reasons stand above.']),
    ...toOpen,
    ...(isCalendarDateText(d.lastCoveredOn) ? [] : ['Enter the last covered day.']),
    ...(authorized?.quantity && !quantity ? ['Enter the units that stay authorized.'] : []),
    ...(soon && !d.ground
      ? [`Choose a day not before ${date(advance.earliestEnd)}, or a ground for less notice.`]
      : []),
    ...(d.ground && !d.groundReason.trim() ? ['Write what the ground rests on.'] : []),
    ...(d.reasonCodes.length > 0 ? [] : ['Choose at least one decision reason.']),
    ...(evaluated || (d.citedName.trim() && d.citedVersion.trim() && d.citedCitation.trim())
      ? []
      : ['Name the criteria that you applied, with version and place.']),
    ...(d.rationale.trim() ? [] : ['Write the clinical rationale.']),
    ...(d.memberRationale.trim() ? [] : ['Write the rationale for the member.']),
    ...(d.noConflictOfInterest && d.reviewedRecord ? [] : ['Confirm both statements.']),
  ];
  const text = (key: 'rationale' | 'memberRationale', label: string, description: string) => (
    <Textarea
      label={label}
      description={description}
      required
      autosize
      minRows={4}
      maxLength={8000}
      value={d[key]}
      onChange={(e) => draft.change({ [key]: e.currentTarget.value })}
    />
  );
  return (
    <ActForm
      title="Reduce an authorization"
      submitLabel="Reduce"
      danger
      draft={draft}
      problems={problems}
      submit={async () => {
        if (!item || !authorized) return;
        await send({
          type: 'ReduceAuthorization',
          decision: {
            outcome: 'partiallyApproved',
            itemSequence: item.sequence,
            reasonClass: 'medicalNecessity',
            reasonCodes: [...d.reasonCodes],
            rationale: d.rationale.trim(),
            memberRationale: d.memberRationale.trim(),
            authorized: {
              service: { system: authorized.service.system, code: authorized.service.code },
              ...(quantity ? { quantity } : {}),
              period: { start: authorized.period.start, end: d.lastCoveredOn },
            },
            ...(evaluated
              ? {}
              : {
                  criteriaCited: {
                    name: d.citedName.trim(),
                    version: d.citedVersion.trim(),
                    citation: d.citedCitation.trim(),
                  },
                }),
          },
          ...(soon && d.ground ? { exception: { ground: d.ground, reason: d.groundReason.trim() } } : {}),
          attestation: { noConflictOfInterest: d.noConflictOfInterest, reviewedRecord: d.reviewedRecord },
        });
      }}
    >
      <Text size="sm">
        A decision against the member, told {advance.days} days in advance: the last covered day is{' '}
        {date(advance.earliestEnd)} or later ({advance.citation}). The letter with the appeal rights goes out at once.
      </Text>
      <EvidenceToOpen />
      <Radio.Group
        label="Line"
        value={String(sequence ?? '')}
        onChange={(itemSequence) => draft.change({ itemSequence, units: '' })}
      >
        <Stack gap={4} mt={4}>
          {lines.map(({ itemSequence, refusal }) => {
            const line = view.state.items.find((i) => i.sequence === itemSequence);
            return (
              line && (
                <Radio
                  key={itemSequence}
                  value={String(itemSequence)}
                  disabled={refusal !== undefined}
                  label={`Item ${itemSequence}, ${line.service.code}, ${through(line)}`}
                  description={refusal && spokenRefusal(refusal)}
                />
              )
            );
          })}
        </Stack>
      </Radio.Group>
      <TextInput
        label="Last covered day"
        type="date"
        required
        value={d.lastCoveredOn}
        onChange={(e) => draft.change({ lastCoveredOn: e.currentTarget.value })}
      />
      {authorized?.quantity && !inDays(authorized.quantity.unit) && (
        <TextInput
          label={`Units that stay authorized (${authorized.quantity.unit}), of ${authorized.quantity.value}`}
          required
          inputMode="numeric"
          value={d.units}
          onChange={(e) => draft.change({ units: e.currentTarget.value })}
        />
      )}
      {soon && (
        <>
          <NativeSelect
            label="Ground for less notice"
            value={d.ground}
            onChange={(e) => draft.change({ ground: e.currentTarget.value })}
            data={[
              { value: '', label: 'None' },
              ...advance.exceptions.map((x) => ({ value: x.ground, label: `${x.label} (${x.citation})` })),
            ]}
          />
          {d.ground && (
            <Textarea
              label="What it rests on"
              required
              autosize
              minRows={2}
              maxLength={2000}
              value={d.groundReason}
              onChange={(e) => draft.change({ groundReason: e.currentTarget.value })}
            />
          )}
        </>
      )}
      <MultiSelect
        label="Decision reasons"
        required
        searchable
        data={(reasons.data ?? [])
          .filter((r) => r.reasonClass !== 'administrative')
          .map((r) => ({ value: r.code, label: `${r.code} ${r.label}` }))}
        value={[...d.reasonCodes]}
        onChange={(reasonCodes) => draft.change({ reasonCodes })}
      />
      {!evaluated &&
        (
          [
            ['citedName', 'Criteria applied'],
            ['citedVersion', 'Version or date'],
            ['citedCitation', 'Where it stands'],
          ] as const
        ).map(([key, label]) => (
          <TextInput
            key={key}
            label={label}
            required
            maxLength={300}
            value={d[key]}
            onChange={(e) => draft.change({ [key]: e.currentTarget.value })}
          />
        ))}
      {text('rationale', 'Rationale, clinical', "In your own words: what in this member's record leads to the cut")}
      {text('memberRationale', 'Rationale for the member', 'The same reason in plain words; it goes into the letter')}
      <Checkbox
        label="I have no conflict of interest in this case."
        checked={d.noConflictOfInterest}
        onChange={(e) => draft.change({ noConflictOfInterest: e.currentTarget.checked })}
      />
      <Checkbox
        label="I reviewed the record."
        checked={d.reviewedRecord}
        onChange={(e) => draft.change({ reviewedRecord: e.currentTarget.checked })}
      />
    </ActForm>
  );
};
