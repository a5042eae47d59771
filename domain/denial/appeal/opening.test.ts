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
import { closingText, openingText } from './opening.ts';

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
const denied = (story: EpisodeStory) => {
  const e = episodeOf(after(story, 23, denial));
  return [e, e.denials[0]!] as const;
};
const opening = (story: EpisodeStory, level = 1) => openingText(...denied(story), level, zone);

describe('how an appeal begins and ends', () => {
  test('with the days, and the day on which they were asked for', () => {
    const text = opening(
      after(admitted, 23, { type: 'RecordSubmission', ...submission({ sentAt: onDay(0), reference: 'R-1' }) }),
    );
    expect(text).toContain('We appeal the denial of Harbor House for 11/01/2026 to 11/02/2026.');
    expect(text).toContain('These days were asked for on 11/01/2026 (reference R-1).');
    expect(closingText(denied(admitted)[1])).toContain('$1,800.00 be paid');
  });

  test('says nothing that is not on record, and names a later level', () => {
    expect(opening(admitted)).not.toContain('asked for');
    expect(opening(admitted)).not.toContain('emergency');
    expect(opening(admitted, 2)).toContain('at level 2');
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
    expect(opening(done)).toContain('These days were authorized: PA-100 for 11/01/2026 to 11/05/2026.');
  });
});
