import { ActionIcon, Checkbox, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { channelWord, lineOfBusinessWord, reviewTypeWord, settingWord, urgencyWord } from '../app/words.ts';
import { listOrNone, type PlanDraft, type RuleDraft, wordsOf } from './draft.ts';

type Props = {
  readonly rule: RuleDraft;
  readonly place: number;
  readonly teams: PlanDraft['teams'];
  readonly categories: readonly string[];
  /** A rule before it takes every case. */
  readonly never: boolean;
  readonly change: (rule: RuleDraft | undefined) => void;
  readonly up?: () => void;
  readonly down?: () => void;
};

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const choices = {
  lineOfBusiness: {
    label: 'Lines of business',
    data: linesOfBusiness.map((value) => ({ value, label: lineOfBusinessWord[value] })),
  },
  reviewType: { label: 'Stage of review', data: options(reviewTypeWord) },
  setting: { label: 'Setting', data: options(settingWord) },
  channel: { label: 'Channel', data: options(channelWord) },
} as const;

/** One rule: what it asks of a case, and who gets it. What is left empty is not asked. */
export const RuleEditor = ({ rule, place, teams, categories, never, change, up, down }: Props) => {
  const { when } = rule;
  const [skills, setSkills] = useState(rule.skills.join(', '));
  const [states, setStates] = useState((when.state ?? []).join(', '));
  const [languages, setLanguages] = useState((when.language ?? []).join(', '));
  const ask = (part: RuleDraft['when']) => change({ ...rule, when: { ...when, ...part } });
  const title = rule.name || `Rule ${place}`;
  return (
    <fieldset className="um-team" aria-label={title}>
      <div className="um-team-head">
        <TextInput
          label={`${place}. Name of the rule`}
          required
          maxLength={80}
          value={rule.name}
          error={rule.name.trim() === '' ? 'Name the rule; the name stands in the reason.' : undefined}
          onChange={(e) => change({ ...rule, name: e.currentTarget.value })}
        />
        <NativeSelect
          label="goes to"
          value={rule.teamId}
          onChange={(e) => change({ ...rule, teamId: e.currentTarget.value })}
          data={teams.map((t) => ({ value: t.teamId, label: t.name || 'New team' }))}
        />
        <div className="um-rule-tools">
          <ActionIcon aria-label={`Move ${title} up`} disabled={!up} onClick={up}>
            <IconArrowUp size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={`Move ${title} down`} disabled={!down} onClick={down}>
            <IconArrowDown size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={`Remove ${title}`} onClick={() => change(undefined)}>
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      {never && <div role="status">Never reached: a rule before it takes every case.</div>}
      <div className="um-rule-when">
        {(Object.keys(choices) as (keyof typeof choices)[]).map((key) => (
          <MultiSelect
            key={key}
            size="xs"
            label={choices[key].label}
            placeholder={when[key]?.length ? '' : 'any'}
            data={[...choices[key].data]}
            value={[...(when[key] ?? [])]}
            onChange={(values) => ask({ [key]: listOrNone(values) } as RuleDraft['when'])}
          />
        ))}
        <MultiSelect
          size="xs"
          label="Groups of services"
          placeholder={when.category?.length ? '' : 'any'}
          searchable
          data={[...categories]}
          value={[...(when.category ?? [])]}
          onChange={(values) => ask({ category: listOrNone(values) })}
        />
        <NativeSelect
          size="xs"
          label="Urgency"
          value={when.urgency ?? ''}
          onChange={(e) => {
            const value = e.currentTarget.value;
            ask({ urgency: value === 'standard' || value === 'expedited' ? value : undefined });
          }}
          data={[{ value: '', label: 'any' }, ...options(urgencyWord)]}
        />
        <TextInput
          size="xs"
          label="States of the member"
          placeholder="any, or IL, TX"
          value={states}
          error={wordsOf(states).some((s) => !/^[A-Z]{2}$/.test(s)) ? 'Two capital letters each' : undefined}
          onChange={(e) => {
            setStates(e.currentTarget.value);
            ask({ state: listOrNone(wordsOf(e.currentTarget.value)) });
          }}
        />
        <TextInput
          size="xs"
          label="Languages of the member"
          placeholder="any, or es, vi"
          value={languages}
          onChange={(e) => {
            setLanguages(e.currentTarget.value);
            ask({ language: listOrNone(wordsOf(e.currentTarget.value)) });
          }}
        />
        <TextInput
          size="xs"
          label="Skills wanted"
          placeholder="none"
          value={skills}
          onChange={(e) => {
            setSkills(e.currentTarget.value);
            change({ ...rule, skills: wordsOf(e.currentTarget.value) });
          }}
        />
        <Checkbox
          size="xs"
          label="Behavioral health only"
          checked={when.behavioralHealth === true}
          onChange={(e) => ask({ behavioralHealth: e.currentTarget.checked ? true : undefined })}
        />
      </div>
    </fieldset>
  );
};
