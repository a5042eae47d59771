import type { Casework } from '../casework.ts';
import type { ReadEntry } from '../port/readLog.ts';
import type { Scope } from '../port/scope.ts';

/** A letter as it was issued, written into the log of reads first. */
export const openNotice = async (
  casework: Casework,
  scope: Scope,
  caseId: string,
  noticeId: string,
  userId: string,
  purpose: ReadEntry['purpose'] = 'utilizationReview',
) => {
  const notice = await casework.cases.notice(scope, caseId, noticeId);
  if (!notice) return undefined;
  await casework.readLog.record(scope, {
    readId: casework.environment.newId(),
    caseId,
    userId,
    purpose,
    what: 'notice',
    resourceId: noticeId,
    at: casework.environment.now(),
  });
  return notice;
};
