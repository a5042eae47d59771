import { Alert, Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import type { MemberHit, ProviderHit } from '@openum/http/contract/request.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem, get } from '../api/client.ts';
import { date } from '../app/format.ts';
import { lineOfBusinessWord } from '../app/words.ts';
import { problemText } from '../case/problemText.ts';
import { fieldId, requestWords, type SectionProps, type WhoWords } from '../request/parts.ts';
import requestCss from '../request/request.module.css';
import { SearchField } from '../request/SearchField.tsx';
import css from './portal.module.css';
import { plansQuery, useRequestingProviders } from './queries.ts';

const providerText = (p: ProviderHit): string => `${p.name}, NPI ${p.npi}`;

/** The plan, for practices with several; changing it takes back what was chosen from the other. */
const PlanField = ({ draft, change }: SectionProps) => {
  const { data: plans = [] } = useQuery(plansQuery);
  useEffect(() => {
    const [first] = plans;
    if (plans.length > 1 && first && !plans.some((p) => p.planId === draft.planId)) change({ planId: first.planId });
  }, [plans, draft.planId, change]);
  if (plans.length < 2) return null;
  return (
    <NativeSelect
      label="Plan"
      value={draft.planId}
      onChange={(e) => change({ planId: e.currentTarget.value, member: null, requesting: null, servicing: null })}
      data={plans.map((p) => ({ value: p.planId, label: p.name }))}
    />
  );
};

/** A member is found by number and birth date together, as they stand on the card; there is no list to look through. */
const MemberField = ({ draft, change, error }: SectionProps) => {
  const [number, setNumber] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const found = useRef<HTMLInputElement>(null);
  const { member } = draft;
  const find = async () => {
    if (!number.trim() || !birthDate) return setProblem('Enter the member number and the birth date.');
    setBusy(true);
    setProblem(undefined);
    try {
      const plan = draft.planId === '' ? undefined : draft.planId;
      change({ member: await get<MemberHit>('/api/portal/member', { plan, number: number.trim(), birthDate }) });
      setTimeout(() => found.current?.focus());
    } catch (failure) {
      setProblem(failure instanceof ApiProblem ? failure.message : problemText(failure));
    } finally {
      setBusy(false);
    }
  };
  if (member)
    return (
      <div>
        <TextInput
          ref={found}
          id={fieldId('memberId')}
          label="Member"
          readOnly
          value={`${member.name}, ${date(member.birthDate as never)}, ${member.memberNumber}`}
          description={`${member.planName}, ${lineOfBusinessWord[member.lineOfBusiness]}${member.state ? `, ${member.state}` : ''}`}
          rightSection={
            <CloseButton size="sm" aria-label="Choose another member" onClick={() => change({ member: null })} />
          }
        />
      </div>
    );
  const onEnter = (e: { key: string; ctrlKey: boolean; metaKey: boolean; preventDefault: () => void }) => {
    if (e.key !== 'Enter' || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    void find();
  };
  return (
    <div>
      <div className={css.find2}>
        <TextInput
          id={fieldId('memberId')}
          label="Member number"
          required
          autoComplete="off"
          value={number}
          onChange={(e) => setNumber(e.currentTarget.value)}
          onKeyDown={onEnter}
          error={error('memberId')}
        />
        <TextInput
          label="Birth date"
          type="date"
          required
          value={birthDate}
          onChange={(e) => setBirthDate(e.currentTarget.value)}
          onKeyDown={onEnter}
        />
        <Button variant="default" size="sm" loading={busy} onClick={() => void find()}>
          Find the member
        </Button>
      </div>
      <div role="status">
        {problem && (
          <Alert color="yellow" mt="xs" p="xs">
            {problem}
          </Alert>
        )}
      </div>
    </div>
  );
};

const RequestingField = ({ draft, change, error, label }: SectionProps & { readonly label: string }) => {
  const { data: plans } = useQuery(plansQuery);
  const plan = draft.planId === '' ? undefined : draft.planId;
  const ready = plans !== undefined && (plans.length < 2 || plan !== undefined);
  const { data: own = [] } = useRequestingProviders(plan, ready);
  const [only] = own;
  useEffect(() => {
    if (own.length === 1 && only && !draft.requesting) change({ requesting: only });
  }, [own, only, draft.requesting, change]);
  return (
    <NativeSelect
      id={fieldId('requestingProviderNpi')}
      label={label}
      required
      error={error('requestingProviderNpi')}
      value={draft.requesting?.npi ?? ''}
      onChange={(e) => change({ requesting: own.find((p) => p.npi === e.currentTarget.value) ?? null })}
      data={[{ value: '', label: 'Choose one' }, ...own.map((p) => ({ value: p.npi, label: providerText(p) }))]}
    />
  );
};

/** Member and providers, as a practice may name them. */
export const PracticeWho = ({ words = requestWords, ...props }: SectionProps & { readonly words?: WhoWords }) => {
  const { draft, change, error } = props;
  return (
    <section className={requestCss.section} aria-labelledby="who">
      <h2 id="who">{words.title}</h2>
      <PlanField {...props} />
      <MemberField {...props} />
      <div className={requestCss.two}>
        <RequestingField {...props} label={words.requesting} />
        <SearchField<ProviderHit>
          id={fieldId('servicingProviderNpi')}
          label={words.servicing}
          placeholder={words.servicingHint}
          path="/api/portal/providers"
          query={draft.planId === '' ? {} : { plan: draft.planId }}
          error={error('servicingProviderNpi')}
          keyOf={(p) => p.npi}
          show={providerText}
          chosen={draft.servicing ? providerText(draft.servicing) : ''}
          pick={(servicing) => change({ servicing })}
          clear={() => change({ servicing: null })}
        />
      </div>
    </section>
  );
};
