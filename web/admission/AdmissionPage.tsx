import { Button } from '@mantine/core';
import type { AdmissionAnswer, LevelChoice, ListedVisit, VisitView } from '@openum/http/contract/admission.ts';
import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { date } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { Warning } from '../case/Warning.tsx';
import { AdmissionForm } from './AdmissionForm.tsx';
import { AdmissionResult } from './AdmissionResult.tsx';
import css from './admission.module.css';
import type { AdmissionSearch } from './search.ts';
import { VisitTable } from './VisitTable.tsx';

/** What a facility's system said, beside the form that a person completes it in. */
const ToldBefore = ({ visit }: { readonly visit: ListedVisit }) => (
  <div className={css.told}>
    <Warning title={`Told by ${visit.facilityName}, visit ${visit.visitNumber}`}>
      {visit.memberName}, born {date(visit.birthDate)}, number as sent: {visit.memberNumber || 'none'}.{' '}
      {visit.problems.join(' ')}
    </Warning>
  </div>
);

type NoticeProps = { readonly visit?: ListedVisit; readonly done: (answer: AdmissionAnswer) => void };

/** The form once all is there that it begins with. */
const NoticeForm = ({ visit, done }: NoticeProps) => {
  const levels = useQuery({
    queryKey: ['admission', 'levels'],
    queryFn: ({ signal }) => get<readonly LevelChoice[]>('/api/admissions/levels', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const told = useQuery({
    queryKey: ['visit', visit?.clientId, visit?.visitNumber],
    queryFn: ({ signal }) =>
      get<VisitView>('/api/visit', { clientId: visit?.clientId, visitNumber: visit?.visitNumber }, signal),
    enabled: visit !== undefined,
  });
  const failed = levels.error ?? told.error;
  if (failed)
    return <FailedState error={failed} retry={() => void Promise.all([levels.refetch(), visit && told.refetch()])} />;
  if (!levels.data || (visit && !told.data)) return <LoadingRows label="Loading the form" rows={6} />;
  return (
    <>
      {visit && <ToldBefore visit={visit} />}
      <AdmissionForm levels={levels.data} {...(told.data ? { told: told.data } : {})} done={done} />
    </>
  );
};

/** Admissions: what facilities' systems told, and the notice that a person enters. A practice only has the notice. */
export const AdmissionPage = () => {
  const search = useSearch({ from: '/shell/admission' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const atDesk = useSession().view.tenant.kind === 'plan';
  const [visit, setVisit] = useState<ListedVisit>();
  const [answer, setAnswer] = useState<AdmissionAnswer>();
  const go = (change: AdmissionSearch) => void navigate({ to: '/admission', search: change });
  const list = search.list ?? 'incomplete';
  const entering = !atDesk || search.enter === '1';

  const leave = () => {
    setVisit(undefined);
    setAnswer(undefined);
    if (atDesk) go({ list });
  };
  const done = (given: AdmissionAnswer) => {
    setAnswer(given);
    void client.invalidateQueries({ queryKey: ['visits'] });
  };

  if (answer)
    return (
      <Page title="Admission notice">
        <AdmissionResult answer={answer} again={leave} />
      </Page>
    );
  if (entering)
    return (
      <Page
        title="Admission notice"
        actions={
          atDesk && (
            <Button variant="default" leftSection={<IconArrowLeft size={15} aria-hidden />} onClick={leave}>
              Back to admissions
            </Button>
          )
        }
      >
        <NoticeForm {...(visit ? { visit } : {})} done={done} />
      </Page>
    );
  return (
    <Page
      title="Admissions"
      actions={
        <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => go({ list, enter: '1' })}>
          Enter a notice
        </Button>
      }
    >
      <VisitTable
        list={list}
        choose={(next) => go({ list: next })}
        complete={(incomplete) => {
          setVisit(incomplete);
          go({ list, enter: '1' });
        }}
      />
    </Page>
  );
};
