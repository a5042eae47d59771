import { Checkbox, Text, Textarea, TextInput } from '@mantine/core';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import type { CaseItem } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { authorizedProblem } from '@openum/domain/determination/guard.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import { TruthBadge } from '../../app/StatusBadge.tsx';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { ActForm } from './ActForm.tsx';
import { AuthorizedFields } from './AuthorizedFields.tsx';
import {
  type AuthorizedDraft,
  authorizedBody,
  authorizedDraft,
  authorizedForCheck,
  authorizedTextProblems,
  requestedText,
  rowsNow,
} from './decisionDraft.ts';
import { useActDraft } from './useActDraft.ts';

type Row = AuthorizedDraft & { readonly itemSequence: number; readonly chosen: boolean };

const rowProblems = (row: Row, item: CaseItem | undefined): readonly string[] => {
  if (!row.chosen || !item) return [];
  const texts = authorizedTextProblems(row).map((p) => `Item ${row.itemSequence}: ${p.message}`);
  if (texts.length > 0) return texts;
  const { itemSequence } = row;
  const wrong = authorizedProblem(item, { outcome: 'approved', itemSequence, authorized: authorizedForCheck(row) });
  return wrong ? [refusalSentence(wrong)] : [];
};

export const ApproveForm = () => {
  const { view, send } = useDesk();
  const { state } = view;
  const truthOf = (n: number) => state.evaluations.filter((e) => e.itemSequence === n).map((e) => e.truth);
  const begin = (p: CaseView['proposed'][number]): Row => ({
    ...authorizedDraft(p),
    itemSequence: p.itemSequence,
    chosen: truthOf(p.itemSequence).includes('met') || view.proposed.length === 1,
  });
  const draft = useActDraft<{ rows: readonly Row[]; summary: string }>('approve', {
    rows: [],
    summary: '',
  });
  const open = openItems(state);
  const rows = rowsNow(draft.value.rows, view.proposed, begin);
  const chosen = rows.filter((r) => r.chosen);
  const itemOf = (row: Row) => open.find((i) => i.sequence === row.itemSequence);
  const change = (n: number, part: Partial<Row>) =>
    draft.change({ rows: rows.map((r) => (r.itemSequence === n ? { ...r, ...part } : r)) });
  return (
    <ActForm
      title="Approve items"
      submitLabel={chosen.length === 1 ? 'Approve 1 item' : `Approve ${chosen.length} items`}
      draft={draft}
      problems={[
        ...(chosen.length > 0 ? [] : ['Choose at least one item.']),
        ...rows.flatMap((r) => rowProblems(r, itemOf(r))),
        ...(draft.value.summary.trim() ? [] : ['Write the summary of your review.']),
      ]}
      submit={() =>
        send({
          type: 'CompleteReview',
          outcome: 'approve',
          summary: draft.value.summary.trim(),
          items: chosen.map((r) => ({ itemSequence: r.itemSequence, authorized: authorizedBody(r) })),
        })
      }
    >
      {rows.map((r) => {
        const item = itemOf(r);
        const wrong = rowProblems(r, item);
        return (
          <fieldset key={r.itemSequence} className={css.item}>
            <legend>
              Item {r.itemSequence}: {r.code} {view.serviceLabels[r.code] ?? ''}
            </legend>
            <Checkbox
              label={`Approve${item ? ` (asked for: ${requestedText(item) || 'no units or dates'})` : ''}`}
              checked={r.chosen}
              onChange={(e) => change(r.itemSequence, { chosen: e.currentTarget.checked })}
            />
            {truthOf(r.itemSequence).map((t) => (
              <span key={t}>
                Criteria: <TruthBadge truth={t} />
              </span>
            ))}
            {r.chosen && (
              <AuthorizedFields
                value={r}
                change={(part) => change(r.itemSequence, part)}
                error={(field) => authorizedTextProblems(r).find((p) => p.field === field)?.message}
              />
            )}
            {wrong.map((w) => (
              <Text key={w} size="xs" c="var(--mantine-color-error)">
                {w}
              </Text>
            ))}
          </fieldset>
        );
      })}
      <Textarea
        data-first
        label="Summary of your review"
        description="What in the record supports the approval"
        required
        autosize
        minRows={3}
        maxLength={4000}
        value={draft.value.summary}
        onChange={(e) => draft.change({ summary: e.currentTarget.value })}
      />
    </ActForm>
  );
};

export const ReferForm = () => {
  const { view, send } = useDesk();
  const open = openItems(view.state);
  const draft = useActDraft<{ items: readonly number[]; summary: string; specialty: string }>('refer', {
    items: open.map((i) => i.sequence),
    summary: '',
    specialty: view.reviewerRequirement.specialties?.[0] ?? '',
  });
  const { summary, specialty } = draft.value;
  const items = draft.value.items.filter((n) => open.some((i) => i.sequence === n));
  return (
    <ActForm
      title="Refer to a physician"
      submitLabel="Refer"
      draft={draft}
      problems={[
        ...(items.length > 0 ? [] : ['Choose at least one item.']),
        ...(summary.trim() ? [] : ['Write why the items cannot be approved at this level.']),
      ]}
      submit={() =>
        send({
          type: 'CompleteReview',
          outcome: 'refer',
          summary: summary.trim(),
          itemSequences: [...items],
          ...(specialty.trim() ? { specialty: specialty.trim() } : {}),
        })
      }
    >
      {open.map((i) => (
        <Checkbox
          key={i.sequence}
          label={`Item ${i.sequence}: ${i.service.code} ${view.serviceLabels[i.service.code] ?? ''}`}
          checked={items.includes(i.sequence)}
          onChange={(e) =>
            draft.change({
              items: e.currentTarget.checked
                ? [...items, i.sequence].sort((a, b) => a - b)
                : items.filter((n) => n !== i.sequence),
            })
          }
        />
      ))}
      <Textarea
        data-first
        label="Why it goes to a physician"
        description="What did not meet the criteria, what speaks for and against, what would change it"
        required
        autosize
        minRows={5}
        maxLength={4000}
        value={summary}
        onChange={(e) => draft.change({ summary: e.currentTarget.value })}
      />
      <TextInput
        label="Specialty wanted"
        description={`Optional. ${view.reviewerRequirement.citation}`}
        maxLength={100}
        value={specialty}
        onChange={(e) => draft.change({ specialty: e.currentTarget.value })}
      />
    </ActForm>
  );
};
