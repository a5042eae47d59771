import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import { describe, expect, test } from 'vitest';
import { type DecisionDraft, decisionBody, decisionDraft } from './decisionDraft.ts';
import { decisionProblems } from './decisionProblems.ts';

const service = { system: 'hcpcs', code: 'E1390' };
const period = { start: '2026-12-01', end: '2027-02-28' };
const quantity = { value: 3, unit: 'month' };
const view = {
  state: {
    request: {
      zone: 'America/New_York',
      member: { address: { lines: [], state: 'NY' } },
      coverage: { stateOfIssue: 'NY' },
      requestingProvider: { name: 'Clinic' },
    },
    items: [{ sequence: 1, service, quantity, period, diagnoses: [], earlierDeterminations: [], cancelled: false }],
    documents: [{ documentId: 'd1', title: 'Visit note' }],
    evaluations: [{ itemSequence: 1, criteria: { name: 'Home oxygen' } }],
  },
  openedByMe: ['d1'],
  reviewerRequirement: { licence: 'memberState', citation: '' },
  peerToPeer: { demand: { offers: [], deadlines: [] } },
} as unknown as CaseView;

const physician = (state: string): PersonActor => ({
  kind: 'person',
  userId: 'u',
  name: 'Dr. Ruiz',
  roles: ['medicalDirector'],
  qualification: {
    profession: 'physician',
    licences: [{ state, number: '1', status: 'active', expiresOn: '2027-12-31' as never }],
    specialties: [],
    boardCertified: true,
  },
});
const now = '2026-11-22T12:00:00.000Z' as Instant;
const attested = { noConflictOfInterest: true, reviewedRecord: true };
const draft = (part: Partial<DecisionDraft>): DecisionDraft => ({
  ...decisionDraft({ itemSequence: 1, service, quantity, period }),
  ...part,
});
const reasons = {
  reasonCodes: ['0F'],
  rationale: 'The arterial oxygen of 62 mmHg at rest lies above the limit of 55 mmHg.',
  memberRationale: 'Your oxygen test at rest was 62. The plan pays when the number is 55 or lower.',
};
const fields = (d: DecisionDraft, { actor = physician('NY'), on = view, by = attested } = {}) =>
  decisionProblems(on, actor, now, [d], by).map((p) => p.field);

describe('before a physician decides', () => {
  test('each item starts undecided, and nothing can be sent then', () => {
    expect(fields(draft({}))).toEqual(['items']);
    expect(decisionBody(draft({}))).toBeUndefined();
  });

  test('an approval of what was asked for needs nothing more', () => {
    expect(
      fields(draft({ outcome: 'approved' }), { by: { noConflictOfInterest: false, reviewedRecord: false } }),
    ).toEqual([]);
  });

  test('an approval of less is no approval', () => {
    expect(fields(draft({ outcome: 'approved', units: '2' }))).toEqual(['outcome']);
  });

  test('a denial with reasons, evidence and attestation may be sent', () => {
    expect(fields(draft({ outcome: 'denied', ...reasons }))).toEqual([]);
  });

  test('a denial tells everything that is missing at once', () => {
    expect(
      fields(draft({ outcome: 'denied' }), {
        actor: physician('TX'),
        on: { ...view, openedByMe: [] },
        by: { noConflictOfInterest: true, reviewedRecord: false },
      }),
    ).toEqual(['qualification', 'evidence', 'reasonCodes', 'rationale', 'memberRationale', 'attestation']);
  });

  test('a denial waits for the talk that a rule demands, and says so by the citation; an approval does not', () => {
    const rule = { ruleId: 'r', ruleVersion: '1', citation: '40 P.S. 991.2155', intentFirst: false };
    const on = {
      ...view,
      state: { ...view.state, peerToPeer: [], intentsToDeny: [] },
      peerToPeer: { demand: { offers: [rule], deadlines: [] }, reminders: [] },
    };
    const [problem] = decisionProblems(on, physician('NY'), now, [draft({ outcome: 'denied', ...reasons })], attested);
    expect(problem).toMatchObject({ field: 'peerToPeer', message: expect.stringContaining('40 P.S. 991.2155') });
    expect(fields(draft({ outcome: 'approved' }), { on })).toEqual([]);
  });

  test('naming the criteria is no reason', () => {
    expect(
      fields(
        draft({
          outcome: 'denied',
          ...reasons,
          rationale: 'Does not meet the Home oxygen criteria of the plan as requested.',
        }),
      ),
    ).toContain('rationale');
  });

  test('a partial approval must be less, a modification must be something else', () => {
    expect(fields(draft({ outcome: 'partiallyApproved', ...reasons }))).toEqual(['outcome']);
    expect(fields(draft({ outcome: 'partiallyApproved', ...reasons, units: '1' }))).toEqual([]);
    expect(fields(draft({ outcome: 'modified', ...reasons }))).toEqual(['outcome']);
    expect(fields(draft({ outcome: 'modified', ...reasons, code: 'E0431' }))).toEqual([]);
  });

  test.each([
    [{ units: 'three' }, 'units'],
    [{ start: '' }, 'start'],
    [{ end: '2026-11-01' }, 'end'],
    [{ code: ' ' }, 'code'],
  ] as const)('what cannot be read is named by its field: %o', (part, field) => {
    expect(fields(draft({ outcome: 'approved', ...part }))).toEqual([field]);
  });
});
