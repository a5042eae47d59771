import { after, cared, onDay, zone } from '@openum/testkit/practice/course.ts';
import {
  admitted,
  authorization,
  dayOf,
  type EpisodeBody,
  type EpisodeStory,
  episodeOf,
  submission,
} from '@openum/testkit/practice/episode.ts';
import { describe, expect, test } from 'vitest';
import { appealDraft } from './appealDraft.ts';

const denial: EpisodeBody = {
  type: 'RecordDenial',
  denialId: 'den-1',
  coverageId: 'cov-1',
  source: 'remittance',
  receivedOn: dayOf(23),
  from: dayOf(0),
  to: dayOf(1),
  claimId: 'C-1',
  adjustmentCodes: ['50'],
  remarkCodes: [],
  amount: 180_000,
};

const draft = (story: EpisodeStory, level = 1) => {
  const e = episodeOf(after(story, 23, denial));
  return appealDraft(e, e.denials[0]!, level, zone);
};

describe('a first text of an appeal', () => {
  test('names member, days, claim and money, and what was sent at the time of service', () => {
    const text = draft(after(admitted, 23, { type: 'RecordSubmission', ...submission({ sentAt: onDay(0) }) }));
    expect(text).toContain('Maeve Quigley, born 04/02/1990, member number PHP1000017');
    expect(text).toContain('Claim: C-1\nAmount: $1,800.00');
    expect(text).toContain('- 11/01/2026: Withdrawal signs on admission');
  });

  test('says nothing of the patient that is not on record', () => {
    const text = draft(admitted);
    expect(text).not.toContain('at the time of service');
    expect(text).toContain('[The record holds no request for these days.');
  });

  test('names a later level', () => {
    expect(draft(admitted, 2)).toContain('We appeal at level 2');
  });

  test('names the authorization that covers the billed days', () => {
    const story = after(admitted, 23, { type: 'RecordAuthorization', authorization: authorization() });
    const billed = after(cared(story, 23, 23), 23, {
      type: 'RecordServices',
      services: [0, 1].map((n) => ({
        serviceId: `early-${n}`,
        on: dayOf(n),
        levelOfCare: 'residential',
        code: 'H0018',
        units: 1,
        charge: 90_000,
        source: 'attendance',
      })),
      policy: 'warn',
    });
    const done = after(billed, 23, {
      type: 'BillServices',
      serviceIds: ['early-0', 'early-1'],
      claimId: 'C-1',
      billedOn: dayOf(23),
      policy: 'warn',
    });
    expect(draft(done)).toContain('- Authorization PA-100 for 11/01/2026 to 11/05/2026');
  });
});
