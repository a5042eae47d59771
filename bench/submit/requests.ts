import type { RegisteredMember } from '@openum/casework/port/register.ts';
import { calendarDate, zoneId } from '@openum/domain/time/instant.ts';
import { requestBuilders } from '@openum/testkit/fhir/bundles.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { plan } from '@openum/testkit/http/people.ts';

const builders = Object.values(requestBuilders);

const numberOf = (i: number): string => `PHP2${String(i).padStart(6, '0')}`;
const birthDate = '1958-04-17';

export const memberCount = 2000;

/** Members of the plan, each with another number and name. */
export const members: readonly RegisteredMember[] = Array.from({ length: memberCount }, (_, i) => ({
  memberId: uuidOf(`bench/member/${i}`),
  member: {
    memberNumber: numberOf(i),
    family: `Family${i}`,
    given: `Given${i % 97}`,
    birthDate: calendarDate(birthDate),
    sex: 'female',
    address: { lines: ['4 Elm Street'], city: 'Peoria', state: 'IL', postalCode: '61602' },
  },
  coverage: { lineOfBusiness: 'medicareAdvantage', planName: 'Prairie Advantage', stateOfIssue: 'IL' },
  coverageFrom: calendarDate('2024-01-01'),
  zone: zoneId('America/Chicago'),
}));

/** Request number `i`: the six kinds in turn, identifiers and member of its own. Met and decided at once, or pended, as criteria say. */
export const requestBytes = (i: number): Buffer => {
  const build = builders[i % builders.length] ?? builders[0];
  const m = i % memberCount;
  const person = { memberNumber: numberOf(m), family: `Family${m}`, given: `Given${m % 97}`, birthDate };
  return Buffer.from(JSON.stringify(build?.({ name: `bench-${i}`, person })));
};

export const benchTenant = plan;
