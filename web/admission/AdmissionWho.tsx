import type { ProviderHit } from '@openum/http/contract/request.ts';
import { useSession } from '../api/session.ts';
import { PracticeWho } from '../portal/PracticeWho.tsx';
import { emptyDraft, type RequestDraft } from '../request/form.ts';
import { WhoSection } from '../request/WhoSection.tsx';
import type { AdmissionDraft } from './draft.ts';

type Props = {
  readonly draft: AdmissionDraft;
  readonly change: (part: Partial<AdmissionDraft>) => void;
  readonly error: (path: string) => string | undefined;
};

/** Fields of the form for requests, by the names that they have here. */
const pathOf: Readonly<Record<string, string>> = {
  requestingProviderNpi: 'facilityNpi',
  servicingProviderNpi: 'attendingNpi',
};

const words = {
  title: 'Member and facility',
  requesting: 'Facility',
  servicing: 'Attending clinician',
  servicingHint: 'Name or NPI',
};

/** Member, facility and attending clinician, from the registers that a request chooses from. */
export const AdmissionWho = ({ draft, change, error }: Props) => {
  const { view } = useSession();
  const Who = view.tenant.kind === 'practice' ? PracticeWho : WhoSection;
  const { planId, member, facility, attending } = draft;
  const take = (part: Partial<RequestDraft>) => {
    const has = (key: keyof RequestDraft) => key in part;
    change({
      ...(has('planId') ? { planId: part.planId ?? '' } : {}),
      ...(has('member') ? { member: part.member ?? null } : {}),
      ...(has('requesting') ? { facility: (part.requesting as ProviderHit | null) ?? null } : {}),
      ...(has('servicing') ? { attending: (part.servicing as ProviderHit | null) ?? null } : {}),
    });
  };
  return (
    <Who
      words={words}
      draft={{ ...emptyDraft(draft.submissionId), planId, member, requesting: facility, servicing: attending }}
      change={take}
      error={(path) => error(pathOf[path] ?? path)}
    />
  );
};
