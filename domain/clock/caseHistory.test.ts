import { system } from '@openum/testkit/case/actors.ts';
import { notice } from '@openum/testkit/case/acts.ts';
import { approvedStay, cut } from '@openum/testkit/case/coverageEnd.ts';
import { aRequest, clock } from '@openum/testkit/case/request.ts';
import { after, caseOf, now, type Story } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import type { CaseCommand } from '../case/command.ts';
import { addElapsed, type Instant } from '../time/instant.ts';
import { clockHistoryOf } from './caseHistory.ts';

const medicaid = { coverage: { ...aRequest().coverage, lineOfBusiness: 'medicaidManagedCare' } } as const;
const told = addElapsed(now, { minutes: 5 });
const cutAt = addElapsed(now, { hours: 20 });
const toldOfCut = addElapsed(cutAt, { minutes: 5 });

const letters = (kind: 'approval' | 'adverseDetermination', at: Instant): CaseCommand => ({
  type: 'RecordNotices',
  actor: system,
  now: at,
  notices: (['member', 'provider'] as const).map((audience) =>
    notice({ noticeId: `${kind}-${audience}`, kind, audience }),
  ),
});

const stopped = (story: Story, started: Parameters<typeof clock>[1], kind: 'decision' | 'decisionAndNotice') =>
  clockHistoryOf(caseOf(story), clock('c', started), kind).stoppedAt;

describe('the clocks of a request whose authorization is cut later', () => {
  const approved = after(approvedStay(medicaid), letters('approval', told));
  const cutLater = after(approved, cut({}, cutAt), letters('adverseDetermination', toldOfCut));

  test('stay where the request was decided and told', () => {
    expect(stopped(cutLater, {}, 'decision')).toBe(now);
    expect(stopped(cutLater, {}, 'decisionAndNotice')).toBe(told);
  });

  test('do not lie open again between the cut and its letters', () => {
    expect(stopped(after(approved, cut({}, cutAt)), {}, 'decisionAndNotice')).toBe(told);
  });

  test('the clock that the cut starts waits for the letters of the cut', () => {
    const ofCut = { startEvent: 'adverseDecisionMade', startedAt: cutAt, itemSequences: [1] };
    expect(stopped(after(approved, cut({}, cutAt)), ofCut, 'decisionAndNotice')).toBeUndefined();
    expect(stopped(cutLater, ofCut, 'decisionAndNotice')).toBe(toldOfCut);
  });

  test('the clock that the approval started ended with the letters of the approval', () => {
    const ofApproval = { startEvent: 'decisionMade', startedAt: now, itemSequences: [1] };
    expect(stopped(cutLater, ofApproval, 'decisionAndNotice')).toBe(told);
  });
});
