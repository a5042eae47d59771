import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import type { Setting } from '@openum/domain/case/request.ts';
import type { MemberHit, ServiceHit } from '@openum/http/contract/request.ts';
import { IconTrash } from '@tabler/icons-react';
import { settingWord } from '../app/words.ts';
import { ChosenDiagnoses, DiagnosesSearch } from './DiagnosesField.tsx';
import type { ItemDraft } from './form.ts';
import { fieldId, type SectionProps } from './parts.ts';
import css from './request.module.css';
import { SearchField } from './SearchField.tsx';

/** By the contract of the member, once one is chosen. */
const needs = (s: ServiceHit, member: MemberHit | null): string => {
  const required = member && s.requiredBy ? s.requiredBy.includes(member.lineOfBusiness) : s.authorizationRequired;
  return required ? 'needs an authorization' : 'needs no authorization; it will be answered at once';
};

const ItemRow = ({ draft, change, error, at }: SectionProps & { readonly at: number }) => {
  const item = draft.items[at];
  if (!item) return null;
  const { service } = item;
  const edit = (part: Partial<ItemDraft>) =>
    change({ items: draft.items.map((i, n) => (n === at ? { ...i, ...part } : i)) });
  const path = (field: string) => `items.${at}.${field}`;
  return (
    <fieldset className={css.item} aria-label={`Service ${at + 1}: ${service.code}`}>
      <div>
        <b>
          {at + 1}. {service.code}
        </b>{' '}
        {service.label}
        <div className={css.quiet}>This service {needs(service, draft.member)}.</div>
      </div>
      <TextInput
        id={fieldId(path('quantity'))}
        label={service.unit ? `Units (${service.unit})` : 'Units'}
        inputMode="decimal"
        value={item.units}
        onChange={(e) => edit({ units: e.currentTarget.value })}
        error={error(path('quantity')) ?? error(path('quantity.value'))}
      />
      <TextInput
        id={fieldId(path('start'))}
        label="First day"
        type="date"
        required
        value={item.start}
        onChange={(e) => edit({ start: e.currentTarget.value })}
        error={error(path('start'))}
      />
      <TextInput
        id={fieldId(path('end'))}
        label="Last day"
        type="date"
        value={item.end}
        onChange={(e) => edit({ end: e.currentTarget.value })}
        error={error(path('end'))}
      />
      <ActionIcon
        mt={22}
        aria-label={`Take out service ${at + 1}, ${service.code}`}
        onClick={() => change({ items: draft.items.filter((_, n) => n !== at) })}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </fieldset>
  );
};

/** Diagnoses, setting and services. */
export const WhatSection = (props: SectionProps) => {
  const { draft, change, error } = props;
  return (
    <section className={css.section} aria-labelledby="what">
      <h2 id="what">What is asked for</h2>
      <div className={css.two}>
        <DiagnosesSearch
          chosen={draft.diagnoses}
          choose={(diagnoses) => change({ diagnoses })}
          error={error('diagnoses')}
        />
        <NativeSelect
          label="Setting"
          description="Where the care is given"
          value={draft.setting}
          onChange={(e) => change({ setting: e.currentTarget.value as Setting })}
          data={Object.entries(settingWord).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <ChosenDiagnoses chosen={draft.diagnoses} choose={(diagnoses) => change({ diagnoses })} />
      <SearchField<ServiceHit>
        id={fieldId('items')}
        label="Services"
        required={draft.items.length === 0}
        placeholder="Code or words, for example E1390 or oxygen"
        path="/api/services"
        error={error('items')}
        keyOf={(s) => `${s.system}|${s.code}`}
        show={(s) => (
          <>
            <b>{s.code}</b> {s.label}
            <div className={css.quiet}>
              {s.category}; {needs(s, draft.member)}
            </div>
          </>
        )}
        pick={(service) => change({ items: [...draft.items, { service, units: '', start: '', end: '' }] })}
      />
      {draft.items.map((item, at) => (
        <ItemRow key={`${item.service.code} ${at}`} {...props} at={at} />
      ))}
    </section>
  );
};
