import type { Instant } from '@openum/domain/time/instant.ts';
import type { OwnRequest } from '@openum/http/contract/portal.ts';
import { expect, test } from 'vitest';
import { historyOf } from './history.ts';

const at = (day: number) => `2026-11-${day}T12:00:00.000Z` as Instant;
const item = (itemSequence: number, decidedAt: Instant) =>
  ({ itemSequence, code: 'H0015', label: 'x', status: 'approved', decidedAt }) as const;

const request: OwnRequest = {
  caseId: 'c',
  now: at(20),
  caseNumber: 'UM-1',
  plan: { name: 'Plan' },
  status: 'decided',
  receivedAt: at(10),
  urgency: 'standard',
  setting: 'outpatient',
  member: { memberNumber: 'M1', name: 'Doe, Ana', birthDate: '1980-01-01' as OwnRequest['member']['birthDate'] },
  planName: 'Gold',
  requestingProvider: { name: 'Clinic' },
  diagnoses: [],
  items: [item(1, at(14)), item(2, at(14))],
  informationRequests: [
    { requestId: 'r', questions: [{ text: 'Which?' }], sentAt: at(11), dueAt: at(13), answeredAt: at(12) },
  ],
  documents: [],
  letters: [{ noticeId: 'n', kind: 'approval', issuedAt: at(14) }],
  closed: {},
};

test('the newest stands first; a letter of the same moment comes after the decision; two lines decided at once are one step', () => {
  expect(historyOf(request).map((s) => s.text)).toEqual([
    'A letter was issued to you',
    'The plan decided',
    'The answer came in',
    'The plan asked 1 question',
    'The plan received the request',
  ]);
});
