import type { PortalAnswer } from '@openum/http/contract/request.ts';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { Page } from '../app/Page.tsx';
import { emptyDraft, type RequestDraft } from './form.ts';
import { HowSection } from './HowSection.tsx';
import { RequestForm } from './RequestForm.tsx';
import { Result } from './Result.tsx';

/** A practice sends to the plan's portal, the plan's own people to their desk. */
const portalPath = ({ planId }: RequestDraft): string =>
  `/api/portal/requests${planId === '' ? '' : `?plan=${encodeURIComponent(planId)}`}`;

/** A request entered by a person, for those whose systems send no FHIR. */
export const NewRequestPage = () => {
  const { kind } = useSession().view.tenant;
  const { channel = 'phone' } = useSearch({ from: '/shell/new-request' });
  const [done, setDone] = useState<{ readonly answer: PortalAnswer; readonly sent: RequestDraft }>();
  const atDesk = kind === 'plan';
  return (
    <Page title="New request">
      {done ? (
        <Result {...done} again={() => setDone(undefined)} />
      ) : (
        <RequestForm
          draftName="new"
          start={(id) => ({ ...emptyDraft(id), channel: atDesk ? channel : '' })}
          pathOf={atDesk ? () => '/api/requests' : portalPath}
          {...(atDesk ? { head: (section) => <HowSection {...section} /> } : {})}
          done={(answer, sent) => setDone({ answer, sent })}
        />
      )}
    </Page>
  );
};
