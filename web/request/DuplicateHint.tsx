import { useDebouncedValue } from '@mantine/hooks';
import type { DuplicatesAnswer, DuplicatesQuery } from '@openum/http/contract/intake.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { post } from '../api/client.ts';
import { Warning } from '../case/Warning.tsx';
import type { RequestDraft } from './form.ts';

const waitMs = 500;

const questionOf = (d: RequestDraft): DuplicatesQuery | undefined =>
  d.member && d.items.length > 0
    ? {
        memberId: d.member.memberId,
        ...(d.requesting ? { requestingProviderNpi: d.requesting.npi } : {}),
        items: d.items.map((i) => ({
          system: i.service.system,
          code: i.service.code,
          ...(i.start === '' ? {} : { start: i.start }),
          ...(i.start === '' || i.end === '' || i.end < i.start ? {} : { end: i.end }),
        })),
      }
    : undefined;

/** Told before anything is sent: this may have been asked already. It keeps nobody from sending. */
export const DuplicateHint = ({ draft }: { readonly draft: RequestDraft }) => {
  const [question] = useDebouncedValue(questionOf(draft), waitMs);
  const { data } = useQuery({
    queryKey: ['intake', 'duplicates', question],
    queryFn: () => post<DuplicatesAnswer>('/api/intake/duplicates', question),
    enabled: question !== undefined,
    staleTime: 30_000,
  });
  if (!question || !data || data.candidates.length === 0) return null;
  return (
    <Warning title="This may have been asked already">
      <ul style={{ margin: 0, paddingInlineStart: '1.125rem' }}>
        {data.candidates.map((c) => (
          <li key={c.caseId}>
            <Link to="/cases/$caseId" params={{ caseId: c.caseId }} target="_blank">
              {c.caseNumber}
            </Link>
            : {c.reasons.join(', ')}
          </li>
        ))}
      </ul>
    </Warning>
  );
};
