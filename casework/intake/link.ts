import { type CalendarDate, dateInZone } from '@openum/domain/time/instant.ts';
import type { Register, RegisteredMember } from '../port/register.ts';
import type { Scope } from '../port/scope.ts';
import type { Arrival, ArrivalProblem } from './arrival.ts';

export type Linked = { readonly member: RegisteredMember } | { readonly problems: readonly ArrivalProblem[] };

const problem = (what: ArrivalProblem['what'], text: string, itemSequence?: number): ArrivalProblem => ({
  what,
  text,
  ...(itemSequence === undefined ? {} : { itemSequence }),
});

const covered = (m: RegisteredMember, on: CalendarDate): boolean =>
  m.coverageFrom <= on && (m.coverageThrough === undefined || on <= m.coverageThrough);

const datesProblems = (arrival: Arrival, m: RegisteredMember): readonly ArrivalProblem[] =>
  arrival.request.items.flatMap((item) => {
    const { start, end } = item.period ?? {};
    if (start && end && end < start) {
      return [problem('serviceDateInvalid', 'The service ends before it starts.', item.sequence)];
    }
    const on = start ?? dateInZone(arrival.receivedAt, m.zone);
    return covered(m, on)
      ? []
      : [
          problem(
            'memberNotCovered',
            'The member has no coverage with this plan on the date of service.',
            item.sequence,
          ),
        ];
  });

/** Finds the member of a request and checks what a plan must be able to rely on before it opens a case. */
export const link = async (register: Register, scope: Scope, arrival: Arrival): Promise<Linked> => {
  let member: RegisteredMember | undefined;
  for (const number of arrival.memberNumbers) {
    member ??= await register.memberByNumber(scope, number);
  }
  if (!member) {
    return { problems: [problem('memberNotFound', 'No member of this plan has this number.')] };
  }
  if (arrival.memberBirthDate && arrival.memberBirthDate !== member.member.birthDate) {
    return { problems: [problem('birthDateMismatch', 'The birth date is not the one on file for this member.')] };
  }
  const problems = [
    ...(arrival.request.items.length === 0 ? [problem('serviceMissing', 'The request asks for no service.')] : []),
    ...datesProblems(arrival, member),
  ];
  return problems.length > 0 ? { problems } : { member };
};
