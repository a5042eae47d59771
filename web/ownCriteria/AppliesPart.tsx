import { Checkbox, MultiSelect, NativeSelect, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type LineOfBusiness, linesOfBusiness, type Setting } from '@openum/domain/case/request.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { stateWord } from '../app/usStates.ts';
import { lineOfBusinessWord, settingWord } from '../app/words.ts';
import { sourceWord } from '../criteria/words.ts';
import { ApprovalFields, LimitFields, type WithAdditional } from './ApprovalFields.tsx';
import { AmountInput } from './ComparisonFields.tsx';
import type { CriteriaWords } from './queries.ts';

export type PartProps = {
  readonly set: CriteriaSet;
  readonly words: CriteriaWords;
  readonly disabled: boolean;
  readonly change: (set: CriteriaSet, key?: string) => void;
};

/** One line for each entry; blank lines are none. */
const Lines = ({
  label,
  description,
  lines,
  disabled,
  set,
}: {
  readonly label: string;
  readonly description: string;
  readonly lines: readonly string[];
  readonly disabled: boolean;
  readonly set: (lines: readonly string[]) => void;
}) => (
  <Textarea
    label={label}
    description={`${description} One in each line.`}
    autosize
    minRows={2}
    disabled={disabled}
    defaultValue={lines.join('\n')}
    onBlur={(e) => {
      const next = e.currentTarget.value.split('\n').flatMap((l) => l.trim() || []);
      if (next.join('\n') !== lines.join('\n')) set(next);
    }}
  />
);

/** A list that is left out when it is empty: then it is for any. */
const withList = <K extends 'diagnoses' | 'settings'>(
  to: CriteriaSet['appliesTo'],
  key: K,
  values: readonly string[],
): CriteriaSet['appliesTo'] => {
  const { [key]: _, ...rest } = to;
  return (values.length > 0 ? { ...rest, [key]: values } : rest) as CriteriaSet['appliesTo'];
};

const Head = ({ set, disabled, change }: PartProps) => {
  const text = (key: 'name' | 'citation' | 'url' | 'evidence', label: string, description?: string) => {
    const props = {
      label,
      ...(description ? { description } : {}),
      disabled,
      value: set[key] ?? '',
      onChange: (e: { readonly currentTarget: { readonly value: string } }) => {
        const { [key]: _, ...rest } = set;
        const typed = e.currentTarget.value;
        const gone = typed === '' && (key === 'url' || key === 'evidence');
        change((gone ? rest : { ...set, [key]: typed }) as CriteriaSet, key);
      },
    };
    return key === 'evidence' ? <Textarea autosize minRows={2} {...props} /> : <TextInput maxLength={300} {...props} />;
  };
  return (
    <section className="um-template-box">
      <h2>What it is</h2>
      {text('name', 'Name')}
      {text('citation', 'Citation', 'As letters name it')}
      <NativeSelect
        label="Kind of source"
        description="A coverage rule of Medicare comes before a policy of the plan (42 CFR 422.101(b))"
        disabled={disabled}
        value={set.sourceKind}
        onChange={(e) => change({ ...set, sourceKind: e.currentTarget.value as CriteriaSet['sourceKind'] })}
        data={Object.entries(sourceWord).map(([value, label]) => ({ value, label }))}
      />
      {text('url', 'Public address', 'Where members and providers read it')}
      {text('evidence', 'Evidence', 'What it rests on, in a few sentences')}
      <Switch
        label="A met tree may approve by itself"
        description="Only when every point was compared with the text in force. Nothing ever denies by itself."
        disabled={disabled}
        checked={set.autoApproval}
        onChange={(e) => change({ ...set, autoApproval: e.currentTarget.checked })}
      />
    </section>
  );
};

const AppliesTo = ({ set, words, disabled, change }: PartProps) => {
  const to = set.appliesTo;
  const put = (appliesTo: CriteriaSet['appliesTo'], key?: string) => change({ ...set, appliesTo }, key);
  const known = new Map(words.services.map((s) => [s.code, s]));
  const codes = to.services.map((s) => s.code);
  return (
    <section className="um-template-box">
      <h2>Applies to</h2>
      <Checkbox.Group
        label="Lines of business"
        value={[...to.linesOfBusiness]}
        onChange={(values) => put({ ...to, linesOfBusiness: values as LineOfBusiness[] })}
      >
        <div className="um-own-checks">
          {linesOfBusiness.map((value) => (
            <Checkbox key={value} value={value} disabled={disabled} label={lineOfBusinessWord[value]} />
          ))}
        </div>
      </Checkbox.Group>
      <MultiSelect
        label="Services"
        description="Search by code or by words"
        searchable
        disabled={disabled}
        limit={60}
        value={codes}
        onChange={(values) =>
          put({
            ...to,
            services: values.map((code) => {
              const before = to.services.find((s) => s.code === code);
              const service = known.get(code);
              return before ?? { system: service?.system ?? '', code };
            }),
          })
        }
        data={[
          ...words.services.map((s) => ({ value: s.code, label: `${s.code} ${s.label}` })),
          ...codes.filter((c) => !known.has(c)).map((value) => ({ value, label: value })),
        ]}
      />
      <TagsInput
        label="Diagnoses"
        description="Beginnings of ICD-10-CM codes, of which one is needed. Empty: any diagnosis."
        disabled={disabled}
        value={[...(to.diagnoses ?? [])]}
        onChange={(values) =>
          put(
            withList(
              to,
              'diagnoses',
              values.map((v) => v.trim().toUpperCase()),
            ),
          )
        }
      />
      <div className="um-template-line">
        {(['ageFrom', 'ageTo'] as const).map((end) => (
          <div key={end} className="um-own-short">
            <AmountInput
              label={end === 'ageFrom' ? 'From age' : 'To age, included'}
              disabled={disabled}
              value={to[end]}
              set={(value) => {
                const { [end]: _, ...rest } = to;
                put(value === undefined ? rest : { ...rest, [end]: value }, end);
              }}
            />
          </div>
        ))}
      </div>
      <Checkbox.Group
        label="Settings"
        description="None: any"
        value={[...(to.settings ?? [])]}
        onChange={(values) => put(withList(to, 'settings', values))}
      >
        <div className="um-own-checks">
          {(Object.keys(settingWord) as Setting[]).map((value) => (
            <Checkbox key={value} value={value} disabled={disabled} label={settingWord[value]} />
          ))}
        </div>
      </Checkbox.Group>
      <MultiSelect
        label="States"
        description="Empty: everywhere"
        searchable
        disabled={disabled}
        value={[...(set.jurisdictions ?? [])]}
        onChange={(values) => {
          const { jurisdictions: _, ...rest } = set;
          change(values.length > 0 ? { ...rest, jurisdictions: values } : rest);
        }}
        data={Object.entries(stateWord).map(([value, label]) => ({ value, label }))}
      />
    </section>
  );
};

/** What a set is, for whom, what it approves, and what reviewers have to know about it. */
export const AppliesPart = (props: PartProps & WithAdditional) => {
  const { set, disabled, change } = props;
  return (
    <div className="um-own-columns">
      <div className="um-own-stack">
        <Head {...props} />
        <section className="um-template-box">
          <h2>For the reviewer</h2>
          <Lines
            label="Documents to ask for"
            description="What a complete request comes with."
            lines={set.requiredDocuments}
            disabled={disabled}
            set={(requiredDocuments) => change({ ...set, requiredDocuments })}
          />
          <Lines
            label="Where people go wrong"
            description="Shown beside the points."
            lines={set.pitfalls}
            disabled={disabled}
            set={(pitfalls) => change({ ...set, pitfalls })}
          />
        </section>
      </div>
      <div className="um-own-stack">
        <AppliesTo {...props} />
        <ApprovalFields {...props} />
        <LimitFields {...props} />
      </div>
    </div>
  );
};
