import { determine } from '@openum/testkit/case/acts.ts';
import { aRequest } from '@openum/testkit/case/request.ts';
import { after, caseOf, received } from '@openum/testkit/case/story.ts';
import { expect, test } from 'vitest';
import type { Case } from '../case/state.ts';
import { appealFile } from './appealFile.ts';
import { denialFile } from './denialFile.ts';

const item = (c: Case) => {
  const [first] = c.items;
  if (!first) throw new Error('given: a line');
  return first;
};
const statusOf = (c: Case) => Object.fromEntries(denialFile(c, item(c), []).map((e) => [e.id, e.status]));

test('a denial shows reviewer, criteria and both reasons, and misses its letters until they went out', () => {
  const denied = caseOf(after(received(aRequest()), determine()));
  expect(statusOf(denied)).toMatchObject({
    received: 'found',
    reviewer: 'found',
    criteria: 'found',
    reason: 'found',
    plainReason: 'found',
    decided: 'found',
    memberNotice: 'missing',
    practitionerNotice: 'missing',
    peerToPeer: 'missing',
    timely: 'missing',
  });
});

test('a line that nobody denied shows no reviewer, criteria or reason', () => {
  const c = caseOf(received(aRequest()));
  expect(statusOf(c)).toMatchObject({
    reviewer: 'missing',
    criteria: 'missing',
    reason: 'missing',
    decided: 'missing',
  });
});

test('a file without a decided appeal says so', () => {
  const c = caseOf(received(aRequest()));
  expect(appealFile(c, item(c), [])).toMatchObject([{ id: 'appeal', status: 'missing' }]);
});
