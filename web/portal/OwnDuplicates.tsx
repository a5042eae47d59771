import { Alert } from '@mantine/core';
import type { OwnRequests } from '@openum/http/contract/portal.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import type { RequestDraft } from '../request/form.ts';
import { requestStatusWord } from './words.ts';

/** Requests of the practice for the same member that already ask for one of these services. */
export const OwnDuplicates = ({ draft }: { readonly draft: RequestDraft }) => {
  const text = draft.member?.memberNumber;
  const plan = draft.planId === '' ? undefined : draft.planId;
  const { data } = useQuery({
    queryKey: ['portal', 'ofMember', plan, text],
    queryFn: ({ signal }) => get<OwnRequests>('/api/portal/requests', { plan, text, limit: 50 }, signal),
    enabled: text !== undefined,
  });
  const same = (data?.rows ?? []).filter(
    (r) =>
      r.status !== 'voided' &&
      r.status !== 'withdrawn' &&
      draft.items.some((i) => r.serviceSummary.includes(i.service.code)),
  );
  if (same.length === 0) return null;
  return (
    <Alert color="yellow" title="This may be a duplicate">
      You have already asked for the same service for this member. Send only if this is another need.
      <ul style={{ margin: 0, paddingInlineStart: '1.125rem' }}>
        {same.map((r) => (
          <li key={r.caseId}>
            <Link to="/requests/$caseId" params={{ caseId: r.caseId }}>
              {r.caseNumber}
            </Link>
            : {r.serviceSummary}, {requestStatusWord[r.status].toLowerCase()}
          </li>
        ))}
      </ul>
    </Alert>
  );
};
