import { calendarDate, zoneId } from '@openum/domain/time/instant.ts';
import { caseworkOf } from '@openum/testkit/case/plan.ts';
import { memoryStore } from '@openum/testkit/memory/store.ts';
import { describe, expect, test } from 'vitest';
import { type ImportFile, readImport } from './file.ts';
import { importInto } from './import.ts';

const member = {
  memberNumber: 'M1',
  family: 'Nyberg',
  given: 'Ella',
  birthDate: '1950-02-28',
  sex: 'female',
  lineOfBusiness: 'medicareAdvantage',
  planName: 'Advantage',
  stateOfIssue: 'IL',
  zone: 'America/Chicago',
  coverageFrom: '2026-01-01',
};
const organization = {
  name: 'North Plan',
  zone: 'America/Chicago',
  phone: '1-800-555-0100',
  tty: '711',
  hours: 'weekdays',
  addressLines: ['1 North Street'],
};
const user = { email: 'nurse@north.example', name: 'A Nurse', roles: ['clinicalReviewer'] };
const provider = { npi: '1003000126', name: 'North Clinic', kind: 'organization' };
const whole = { organization, members: [member], providers: [provider], users: [user], clients: ['North EHR'] };

const tenant = {
  tenantId: 't1',
  name: 'My organization',
  kind: 'plan' as const,
  zone: zoneId('America/New_York'),
  accreditations: [],
};

describe('an import file', () => {
  test('names each wrong place with its rule, all at once, and repeats no value', () => {
    const bad = { ...whole, members: [{ ...member, birthDate: '1950-02-30', stateOfIssue: 'Illinois' }], surprise: 1 };
    const read = readImport(JSON.stringify(bad)) as { problems: string[] };
    expect(read.problems).toEqual([
      'members.0.birthDate: must be a date, YYYY-MM-DD',
      'members.0.stateOfIssue: must be a two-letter state',
      expect.stringContaining('surprise'),
    ]);
    expect(read.problems.join()).not.toContain('Illinois');
  });

  test.each(['', '{', 'null', '[]'])('that is no such file (%j) is refused', (text) => {
    expect(readImport(text)).toHaveProperty('problems');
  });
});

test('an import fills an empty organization, and the same file again changes nothing and doubles nobody', async () => {
  const store = memoryStore();
  const casework = caseworkOf(store);
  await casework.identity.createTenant(tenant);
  const file = readImport(JSON.stringify(whole)) as ImportFile;
  const first = await importInto(casework, tenant, file);
  expect(first).toMatchObject({ members: 1, providers: 1, known: [] });
  expect(first.users).toEqual([{ email: user.email, password: expect.stringMatching(/^.{16,}$/) }]);
  expect(first.clients).toEqual([{ name: 'North EHR', token: expect.stringMatching(/^.{40,}$/) }]);

  const before = await casework.register.memberByNumber(tenant, 'M1');
  expect(before).toMatchObject({
    member: { family: 'Nyberg' },
    coverage: { lineOfBusiness: 'medicareAdvantage' },
    coverageFrom: calendarDate('2026-01-01'),
  });
  expect(await casework.identity.tenant(tenant)).toMatchObject({ name: 'North Plan', kind: 'plan', tty: '711' });

  const second = await importInto(casework, tenant, { ...file, clients: [] });
  expect(second).toMatchObject({ users: [], known: [user.email] });
  expect(await casework.register.memberByNumber(tenant, 'M1')).toEqual(before);
  expect(await casework.identity.users(tenant)).toHaveLength(1);
});
