import {
  acted,
  admitted,
  authorization,
  dayOf,
  episodeOf,
  service,
  submission,
  today,
} from '@openum/testkit/practice/episode.ts';
import { harborCard } from '@openum/testkit/practice/payer.ts';
import { expect, test } from 'vitest';
import { likelyKind, suggestedRequest } from './suggest.ts';

const granted = { type: 'RecordAuthorization', authorization: authorization({ to: dayOf(9) }) } as const;

test('the first request asks for what the payer gives at first, from the first day of the level', () => {
  const e = episodeOf(admitted);
  expect(likelyKind(e)).toBe('initial');
  expect(suggestedRequest(e, harborCard, 'initial', today)).toMatchObject({ from: dayOf(0), to: dayOf(4), units: 5 });
  // Nobody knows how many days come at a time: the last day is left to the person.
  expect(suggestedRequest(e, undefined, 'initial', today)).not.toHaveProperty('to');
});

test('more days begin after what is granted and after what is asked for', () => {
  const e = episodeOf(acted(admitted, granted));
  expect(likelyKind(e)).toBe('continuedStay');
  expect(suggestedRequest(e, harborCard, 'continuedStay', today).from).toBe(dayOf(10));
  const asked = { type: 'RecordSubmission', ...submission({ from: dayOf(10), to: dayOf(14) }) } as const;
  const further = episodeOf(acted(admitted, granted, asked));
  expect(suggestedRequest(further, harborCard, 'continuedStay', today)).toMatchObject({
    from: dayOf(15),
    to: dayOf(19),
  });
});

test('past days are those that nothing covers', () => {
  const services = [8, 10, 11].map((n) => service(n));
  const e = episodeOf(acted(admitted, granted, { type: 'RecordServices', services, policy: 'warn' }));
  expect(suggestedRequest(e, harborCard, 'retrospective', today)).toMatchObject({
    from: dayOf(10),
    to: dayOf(11),
    units: 2,
  });
});
