import { isRefusal } from '@openum/domain/case/refusal.ts';
import { coordinator } from '@openum/testkit/case/actors.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { hcpcs } from '@openum/testkit/case/request.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type PortalForm, receivePortalForm } from './portal.ts';

let plan: Plan;
beforeEach(async () => {
  plan = await aPlan();
});

const form = (change: Partial<PortalForm> = {}): PortalForm => ({
  submissionId: 'submission-1',
  memberId: 'member-1',
  requestingProviderNpi: '1770000031',
  urgency: 'standard',
  setting: 'home',
  diagnoses: ['J44.9'],
  items: [{ system: hcpcs, code: 'E1390', quantity: { value: 3, unit: 'mo' }, start: '2026-12-01', end: '2027-02-28' }],
  facts: [],
  documents: [{ title: 'Oximetry', contentType: 'text/plain', base64: Buffer.from('SpO2 87').toString('base64') }],
  ...change,
});
const send = (change: Partial<PortalForm> = {}) => receivePortalForm(plan.as(coordinator), form(change));

describe('a filled-in form', () => {
  test('becomes a case of its member, with the form itself and its files kept', async () => {
    const received = await send();
    if (isRefusal(received) || received.kind !== 'received') throw new Error('it was not received');
    const { caseId, state } = received;
    expect(state.request).toMatchObject({
      channel: 'portal',
      member: { id: 'member-1', memberNumber: 'PHP1000001' },
      requestingProvider: { npi: '1770000031' },
      diagnoses: [{ sequence: 1, code: 'J44.9', principal: true }],
    });
    expect(state.documents.map((d) => d.title)).toEqual(['Original request (portal form)', 'Oximetry']);
    const kept = await plan.store.cases.document(scope, caseId, state.documents[1]?.documentId ?? '');
    expect(new TextDecoder().decode(kept?.bytes)).toBe('SpO2 87');
  });

  test('sent twice makes one case', async () => {
    await send();
    expect(await send()).toMatchObject({ kind: 'repeated' });
    expect(await send({ diagnoses: ['J96.11'] })).toEqual({ kind: 'identifierReused' });
    expect(await plan.store.cases.caseIds(scope, undefined, 10)).toHaveLength(1);
  });
});

test.each<readonly [string, Partial<PortalForm>]>([
  ['memberId', { memberId: 'nobody' }],
  ['requestingProviderNpi', { requestingProviderNpi: '1999999999' }],
  ['servicingProviderNpi', { servicingProviderNpi: '1999999999' }],
  ['urgencyBasis', { urgency: 'expedited', urgencyBasis: 'Worse.', urgencyAttested: false }],
  ['urgencyBasis', { urgency: 'expedited', urgencyBasis: ' ', urgencyAttested: true }],
  ['facts no.such', { facts: [{ key: 'no.such', value: { kind: 'boolean', value: true } }] }],
])('a form with a wrong %s is refused by the name of the field, and nothing is stored', async (field, change) => {
  expect(await send(change)).toMatchObject({ code: 'fieldInvalid', facts: { field } });
  expect(await plan.store.cases.caseIds(scope, undefined, 10)).toEqual([]);
});
