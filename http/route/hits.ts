import type { RegisteredMember, RegisteredProvider } from '@openum/casework/port/register.ts';
import type { MemberHit, ProviderHit } from '../contract/request.ts';

export const memberHit = ({ memberId, member, coverage }: RegisteredMember): MemberHit => ({
  memberId,
  memberNumber: member.memberNumber,
  name: `${member.family}, ${member.given}`,
  birthDate: member.birthDate,
  sex: member.sex,
  planName: coverage.planName,
  lineOfBusiness: coverage.lineOfBusiness,
  ...(member.address?.state ? { state: member.address.state } : {}),
});

export const providerHit = (p: RegisteredProvider): ProviderHit => ({
  npi: p.npi,
  name: p.name,
  kind: p.kind,
  ...(p.specialty ? { specialty: p.specialty } : {}),
});
