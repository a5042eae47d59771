import { criteriaQuestions } from '@openum/casework/criteria/questions.ts';
import type { Knowledge } from '@openum/casework/knowledge/knowledge.ts';
import type { RegisteredMember, RegisteredProvider } from '@openum/casework/port/register.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { authorizationRequired, type Service } from '@openum/domain/service/catalogue.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { MemberHit, ProviderHit, ServiceHit } from '../contract/request.ts';

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

/** `authorizationRequired`: by at least one line of business; `requiredBy` names them. */
export const serviceHit = (s: Service, knowledge: Knowledge, today: CalendarDate): ServiceHit => {
  const requiredBy = linesOfBusiness.filter((line) => authorizationRequired(s, line));
  return {
    system: s.system,
    code: s.code,
    label: s.label,
    category: s.category,
    ...(s.unit ? { unit: s.unit } : {}),
    authorizationRequired: requiredBy.length > 0,
    requiredBy,
    asks: criteriaQuestions(s, knowledge, today),
  };
};
