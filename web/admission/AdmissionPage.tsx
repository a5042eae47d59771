import { Alert, Button } from '@mantine/core';
import type { AdmissionAnswer, ListedVisit } from '@openum/http/contract/admission.ts';
import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { date } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { AdmissionForm } from './AdmissionForm.tsx';
import { AdmissionResult } from './AdmissionResult.tsx';
import type { AdmissionSearch } from './search.ts';
import { VisitTable } from './VisitTable.tsx';

/** What a facility's system said, beside the form that a person completes it in. */
const ToldBefore = ({ visit }: { readonly visit: ListedVisit }) => (
  <Alert color="yellow" title={`Told by ${visit.facilityName}, visit ${visit.visitNumber}`} maw="60rem" mb="sm">
    {visit.memberName}, born {date(visit.birthDate)}, number as sent: {visit.memberNumber || 'none'}.{' '}
    {visit.problems.join(' ')}
  </Alert>
);

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
        {visit && <ToldBefore visit={visit} />}
        <AdmissionForm
          key={visit ? `${visit.clientId} ${visit.visitNumber}` : 'new'}
          {...(visit ? { visit } : {})}
          done={done}
        />
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
