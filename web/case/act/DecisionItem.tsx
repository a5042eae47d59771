import { MultiSelect, NativeSelect, Radio, Text, Textarea, TextInput } from '@mantine/core';
import type { CaseItem } from '@openum/domain/case/state.ts';
import type { ReasonHit } from '@openum/http/contract/request.ts';
import { PlainWords } from '../../suggestion/PlainWords.tsx';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { AuthorizedFields } from './AuthorizedFields.tsx';
import { authorizedDraft, type DecisionDraft, requestedText } from './decisionDraft.ts';
import { type DecisionProblem, mustCite } from './decisionProblems.ts';

const outcomes: readonly {
  readonly value: DecisionDraft['outcome'];
  readonly label: string;
  readonly means?: string;
}[] = [
  { value: 'later', label: 'Decide later' },
  { value: 'approved', label: 'Approve' },
  { value: 'partiallyApproved', label: 'Approve in part', means: 'Fewer units or days of the same service' },
  { value: 'modified', label: 'Modify', means: 'A lower level of care, or another service' },
  { value: 'denied', label: 'Deny' },
];

type Props = {
  readonly value: DecisionDraft;
  readonly item: CaseItem | undefined;
  readonly change: (part: Partial<DecisionDraft>) => void;
  readonly reasons: readonly ReasonHit[];
  readonly problems: readonly DecisionProblem[];
  readonly tried: boolean;
};

/** One item of a physician's decision, checked while it is written. */
export const DecisionItem = ({ value, item, change, reasons, problems, tried }: Props) => {
  const { view } = useDesk();
  const proposed = view.proposed.find((p) => p.itemSequence === value.itemSequence);
  const adverse = value.outcome !== 'later' && value.outcome !== 'approved';
  // A text that was begun is judged at once; an empty one only after the first try to send.
  const error = (field: keyof DecisionDraft) =>
    tried || String(value[field]) !== '' ? problems.find((p) => p.field === field)?.message : undefined;
  const fitting = reasons.filter((r) => r.reasonClass === 'either' || r.reasonClass === value.reasonClass);
  const choose = (outcome: DecisionDraft['outcome']) =>
    change({ outcome, ...(outcome === 'approved' && proposed ? authorizedDraft(proposed) : {}) });
  const asked = item ? requestedText(item) : '';
  const levels = item?.levelOfCare === undefined ? [] : view.levelChoices;
  return (
    <fieldset className={css.item}>
      <legend>
        Item {value.itemSequence}: {item?.service.code} {item && (view.serviceLabels[item.service.code] ?? '')}
      </legend>
      {asked && (
        <Text size="xs" c="dimmed">
          Asked for: {asked}
        </Text>
      )}
      <Radio.Group
        aria-label={`Outcome of item ${value.itemSequence}`}
        value={value.outcome}
        onChange={(v) => choose(v as DecisionDraft['outcome'])}
      >
        <div className={css.choices}>
          {outcomes.map((o) => (
            <Radio key={o.value} value={o.value} label={o.label} title={o.means} />
          ))}
        </div>
      </Radio.Group>
      {outcomes.some((o) => o.value === value.outcome && o.means) && (
        <Text size="xs" c="dimmed">
          {outcomes.find((o) => o.value === value.outcome)?.means}. It goes against the request: the letters say so and
          name the right to appeal.
        </Text>
      )}
      {value.outcome === 'modified' && levels.length > 0 && (
        <NativeSelect
          label="Level of care"
          value={levels.find((l) => l.service.code === value.code)?.code ?? ''}
          onChange={(e) => {
            const level = levels.find((l) => l.code === e.currentTarget.value);
            if (level) change({ system: level.service.system, code: level.service.code });
          }}
          data={[
            { value: '', label: 'Another service' },
            ...levels.map((l) => ({
              value: l.code,
              label: l.code === item?.levelOfCare ? `${l.label} (asked for)` : l.label,
            })),
          ]}
        />
      )}
      {value.outcome !== 'later' && value.outcome !== 'denied' && (
        <AuthorizedFields
          value={value}
          change={change}
          error={(field) => problems.find((p) => p.field === field)?.message}
          serviceOpen={value.outcome === 'modified'}
        />
      )}
      {problems
        .filter((p) => p.field === 'outcome')
        .map((p) => (
          <Text key={p.message} size="xs" c="var(--mantine-color-error)">
            {p.message}
          </Text>
        ))}
      {adverse && (
        <>
          <Radio.Group
            label="The reason turns on"
            value={value.reasonClass}
            onChange={(v) => change({ reasonClass: v as DecisionDraft['reasonClass'], reasonCodes: [] })}
          >
            <div className={css.choices}>
              <Radio value="medicalNecessity" label="Medical necessity" />
              <Radio value="administrative" label="The benefit or the rules, no clinical judgement" />
            </div>
          </Radio.Group>
          <MultiSelect
            label="Decision reasons"
            required
            searchable
            data={fitting.map((r) => ({ value: r.code, label: `${r.code} ${r.label}` }))}
            value={[...value.reasonCodes]}
            onChange={(reasonCodes) => change({ reasonCodes })}
            error={tried ? problems.find((p) => p.field === 'reasonCodes')?.message : undefined}
          />
          {mustCite(view, value) && (
            <>
              <Text size="sm">
                No criteria are held for this service. Name what you applied; the letter will name it.
              </Text>
              <TextInput
                label="Criteria applied"
                placeholder="Law, coverage determination, policy or guideline"
                required
                maxLength={300}
                value={value.citedName}
                onChange={(e) => change({ citedName: e.currentTarget.value })}
                error={tried ? error('citedName') : undefined}
              />
              <TextInput
                label="Version or date"
                required
                maxLength={100}
                value={value.citedVersion}
                onChange={(e) => change({ citedVersion: e.currentTarget.value })}
                error={tried ? error('citedVersion') : undefined}
              />
              <TextInput
                label="Where it stands"
                placeholder="Section, number or address"
                required
                maxLength={300}
                value={value.citedCitation}
                onChange={(e) => change({ citedCitation: e.currentTarget.value })}
                error={tried ? error('citedCitation') : undefined}
              />
            </>
          )}
          <Textarea
            label="Rationale, clinical"
            description="In your own words: what in this member's record leads to the decision"
            required
            autosize
            minRows={4}
            maxLength={8000}
            value={value.rationale}
            onChange={(e) => change({ rationale: e.currentTarget.value })}
            error={error('rationale')}
          />
          <Textarea
            label="Rationale for the member"
            description="The same reason in plain words; it goes into the letter"
            required
            autosize
            minRows={4}
            maxLength={8000}
            value={value.memberRationale}
            onChange={(e) => change({ memberRationale: e.currentTarget.value })}
            error={error('memberRationale')}
          />
          <PlainWords
            itemSequence={value.itemSequence}
            rationale={value.rationale}
            use={(memberRationale) => change({ memberRationale })}
          />
          <Textarea
            label="Alternatives"
            description="Optional: what could be approved instead"
            autosize
            minRows={2}
            maxLength={4000}
            value={value.alternatives}
            onChange={(e) => change({ alternatives: e.currentTarget.value })}
          />
        </>
      )}
      {value.outcome === 'approved' && (
        <Textarea
          label="Rationale"
          description="Optional for an approval"
          autosize
          minRows={2}
          maxLength={8000}
          value={value.rationale}
          onChange={(e) => change({ rationale: e.currentTarget.value })}
        />
      )}
    </fieldset>
  );
};
