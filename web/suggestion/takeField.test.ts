import { expect, test } from 'vitest';
import { emptyDraft } from '../request/form.ts';
import { type Search, takeField } from './takeField.ts';

const register: Record<string, readonly object[]> = {
  '/api/members': [{ memberNumber: 'PHP12', birthDate: '1950-03-04' }],
  '/api/providers': [{ npi: '1234567893' }],
  '/api/services': [{ code: 'E1390' }],
};
const search: Search = async (path) => (register[path] ?? []) as never;
const draft = emptyDraft('s');

test('a number is taken for the member, provider or service of the register that has it, and for no other', async () => {
  expect(await takeField('memberNumber', 'PHP12', draft, search)).toMatchObject({
    change: { member: { memberNumber: 'PHP12' } },
  });
  expect(await takeField('memberNumber', 'PHP13', draft, search)).toMatchObject({
    problem: expect.stringContaining('PHP13'),
  });
  expect(await takeField('providerNpi', '1234567893', draft, search)).toMatchObject({ change: { requesting: {} } });
  expect(await takeField('serviceCode', 'e1390', draft, search)).toMatchObject({ change: { items: [{ start: '' }] } });
  expect(await takeField('serviceCode', 'E9999', draft, search)).toMatchObject({
    problem: expect.stringContaining('E9999'),
  });
});

test('a date of birth is compared, never written', async () => {
  const member = register['/api/members']?.[0] as never;
  expect(await takeField('memberBirthDate', '1950-03-04', { ...draft, member }, search)).toEqual({ change: {} });
  expect(await takeField('memberBirthDate', '1951-03-04', { ...draft, member }, search)).toHaveProperty('problem');
  expect(await takeField('memberBirthDate', '1950-03-04', draft, search)).toHaveProperty('problem');
});

test('a day goes to the services that have none, and a reason is added to what is written', async () => {
  const items = [{ service: { code: 'E1390' } as never, units: '', start: '', end: '' }];
  expect(await takeField('serviceStart', '2026-12-01', { ...draft, items }, search)).toMatchObject({
    change: { items: [{ start: '2026-12-01' }] },
  });
  expect(await takeField('serviceStart', '2026-12-01', draft, search)).toHaveProperty('problem');
  expect(await takeField('rationale', 'Low oxygen.', { ...draft, rationale: 'Old.' }, search)).toEqual({
    change: { rationale: 'Old.\nLow oxygen.' },
  });
});
