import { isRefusal } from '@openum/domain/case/refusal.ts';
import { coordinator } from '@openum/testkit/case/actors.ts';
import { aPlan, type Plan } from '@openum/testkit/case/plan.ts';
import { hcpcs } from '@openum/testkit/case/request.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type PortalForm, receivePortalForm } from '../intake/portal.ts';
import { readEvidence } from './reading.ts';

let plan: Plan;
beforeEach(async () => {
  plan = await aPlan();
});

const saturation = (value: number, at?: string): PortalForm['facts'][number] => ({
  key: 'vital.oxygenSaturation',
  value: { kind: 'quantity', value, unit: '%' },
  qualifiers: { state: 'rest', air: 'room' },
  ...(at ? { at } : {}),
});
const file = (title: string, recordedOn?: string): PortalForm['documents'][number] => ({
  title,
  contentType: 'text/plain',
  base64: Buffer.from(title).toString('base64'),
  ...(recordedOn ? { recordedOn } : {}),
});

const form = (change: Partial<PortalForm> = {}): PortalForm => ({
  submissionId: 'submission-1',
  memberId: 'member-1',
  requestingProviderNpi: '1770000031',
  urgency: 'standard',
  setting: 'home',
  diagnoses: ['J44.9'],
  items: [{ system: hcpcs, code: 'E1390', quantity: { value: 1, unit: 'mo' }, start: '2026-10-01', end: '2026-10-31' }],
  retrospective: { reason: 'deniedClaim', serviceEndedOn: '2026-10-31', claimNumber: 'CL-4711' },
  facts: [],
  documents: [],
  ...change,
});
const send = (change: Partial<PortalForm> = {}) => receivePortalForm(plan.as(coordinator), form(change));
const taken = async (change: Partial<PortalForm> = {}) => {
  const received = await send(change);
  if (isRefusal(received) || received.kind !== 'received') throw new Error('it was not received');
  return received.state;
};

describe('a request after the care', () => {
  test('is a retrospective review with its reason, under the clocks of claims', async () => {
    const { request, clocks } = await taken();
    expect(request).toMatchObject({
      reviewType: 'retrospective',
      retrospective: { reason: 'deniedClaim', serviceEndedOn: '2026-10-31', claimNumber: 'CL-4711' },
    });
    expect(clocks.map((k) => k.ruleId)).toContain('MA-RETRO-OTHER');
  });

  test.each<readonly [string, Partial<PortalForm>]>([
    ['retrospective.reason', { retrospective: { reason: 'because', serviceEndedOn: '2026-10-31' } }],
    ['retrospective.serviceEndedOn', { retrospective: { reason: 'auditFlag', serviceEndedOn: 'yesterday' } }],
    ['retrospective.serviceEndedOn', { retrospective: { reason: 'auditFlag', serviceEndedOn: '2026-12-31' } }],
    ['retrospective.serviceEndedOn', { retrospective: { reason: 'auditFlag', serviceEndedOn: '2026-10-15' } }],
    ['retrospective.claimNumber', { retrospective: { reason: 'deniedClaim', serviceEndedOn: '2026-10-31' } }],
    ['retrospective.note', { retrospective: { reason: 'other', serviceEndedOn: '2026-10-31', note: ' ' } }],
    ['urgency', { urgency: 'expedited', urgencyBasis: 'Worse.', urgencyAttested: true }],
  ])('with a wrong %s is refused by the name of the field', async (field, change) => {
    expect(await send(change)).toMatchObject({ code: 'fieldInvalid', facts: { field } });
  });

  test('is read on what was known then: a later measurement is shown and changes nothing', async () => {
    const then = await taken({ facts: [saturation(92, '2026-10-02')] });
    const later = await taken({
      submissionId: 'submission-2',
      facts: [saturation(92, '2026-10-02'), saturation(80, '2026-11-10')],
    });
    expect(later.facts.filter((f) => f.key === 'vital.oxygenSaturation')).toHaveLength(2);
    expect(later.evaluations.map((e) => e.truth)).toEqual(then.evaluations.map((e) => e.truth));
    expect(readEvidence(later)?.lateFactIds).toHaveLength(1);
    expect(readEvidence(then)?.lateFactIds).toEqual([]);
  });

  test('says of each document whether it is of then, later, or without a day', async () => {
    const state = await taken({
      documents: [file('Visit note', '2026-10-02'), file('New test', '2026-11-15'), file('Fax')],
    });
    const titled = new Map(state.documents.map((d) => [d.documentId, d.title]));
    const read = readEvidence(state)?.documents.map((d) => [titled.get(d.documentId), d.date]);
    expect(read).toEqual([
      ['Original request (portal form)', 'undated'],
      ['Visit note', 'inTime'],
      ['New test', 'late'],
      ['Fax', 'undated'],
    ]);
  });
});
