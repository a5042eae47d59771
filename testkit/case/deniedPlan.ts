import { forwardAppeal } from '@openum/casework/appeal/forward.ts';
import type { Act } from '@openum/casework/case/act.ts';
import { openDocument } from '@openum/casework/document/open.ts';
import { issueNotices } from '@openum/casework/notice/issue.ts';
import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { Appeal } from '@openum/domain/appeal/appeal.ts';
import type { AppealOutcome } from '@openum/domain/appeal/event.ts';
import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { otherPhysician } from './actors.ts';
import { memberRationale, rationale } from './acts.ts';
import { appealsDesk } from './appeal.ts';
import { noSaturation, oxygenArrival } from './arrival.ts';
import { aPlan, type Plan, rosalind, scope } from './plan.ts';

type Filing = Extract<Act, { type: 'FileAppeal' }>;

/** A plan with one denied case whose letters are out, and what its people do about appeals of it. */
export type DeniedPlan = {
  readonly plan: Plan;
  readonly caseId: string;
  readonly state: () => Promise<Case>;
  /** The appeal that was opened last. */
  readonly appeal: () => Promise<Appeal>;
  /** Throws when it is refused. */
  readonly act: (what: Act, actor?: PersonActor) => Promise<void>;
  readonly letters: () => Promise<number>;
  readonly file: (levelId: string, more?: Partial<Filing>) => Promise<void>;
  /** A physician who took no part reads everything and decides line 1; the letters go out. */
  readonly resolve: (outcome: AppealOutcome) => Promise<void>;
  readonly forward: () => Promise<void>;
};

export const aDeniedPlan = async (lineOfBusiness: LineOfBusiness, stateOfIssue = 'IL'): Promise<DeniedPlan> => {
  const plan = await aPlan();
  const { store, casework, environment } = plan;
  const coverage = { ...rosalind.coverage, lineOfBusiness, stateOfIssue };
  await store.register.saveMembers(scope, [{ ...rosalind, coverage }]);
  const people = [otherPhysician, appealsDesk];
  for (const { userId, name, roles, qualification } of people) {
    const user = { userId, tenantId: scope.tenantId, email: `${userId}@plan.example`, name, roles, active: true };
    await store.identity.createUser({ ...user, ...(qualification ? { qualification } : {}) }, 'hash');
  }
  const { caseId } = await plan.receive(oxygenArrival({ facts: noSaturation }));
  const state = () => plan.state(caseId);
  const letters = () => issueNotices(casework, scope, caseId);
  const act: DeniedPlan['act'] = async (what, actor = appealsDesk) => {
    const done = await plan.act(actor, caseId, what);
    if (done.kind !== 'done') throw new Error(`given: ${what.type}: ${JSON.stringify(done)}`);
  };
  const appeal: DeniedPlan['appeal'] = async () => {
    const last = (await state()).appeals.at(-1);
    if (!last) throw new Error('given: there is an appeal');
    return last;
  };
  const criteriaCited = { name: 'Home oxygen policy', version: '2026-01', citation: 'Medical policy 12' };
  const reasonClass = 'medicalNecessity';
  const why = { reasonClass, reasonCodes: ['0F'], rationale, memberRationale, criteriaCited } as const;
  const denied = await plan.decide(caseId, [{ outcome: 'denied', itemSequence: 1, ...why }]);
  if (denied.kind !== 'done') throw new Error(`given: the denial: ${JSON.stringify(denied)}`);
  await letters();
  return {
    plan,
    caseId,
    state,
    appeal,
    act,
    letters,
    file: (levelId, more = {}) =>
      act({
        type: 'FileAppeal',
        levelId,
        filedBy: { party: 'member', name: 'Rosalind Akerman' },
        itemSequences: [1],
        timing: 'preService',
        receivedAt: environment.now(),
        channel: 'phone',
        statement: 'My oxygen falls when I walk to the mailbox.',
        ...more,
      }),
    resolve: async (outcome) => {
      const { appealId } = await appeal();
      for (const { documentId } of (await state()).documents)
        await openDocument(casework, scope, caseId, documentId, otherPhysician.userId);
      await act({ type: 'AssignAppealReviewer', appealId, toUserId: otherPhysician.userId });
      const line = { itemSequence: 1, outcome, rationale, memberRationale };
      const attestation = { noConflictOfInterest: true, reviewedRecord: true };
      await act({ type: 'DecideAppeal', appealId, lines: [line], attestation, newEvidence: false }, otherPhysician);
      await letters();
    },
    forward: async () => {
      const { appealId } = await appeal();
      const { version } = await state();
      const to = { to: 'Reviewers outside', method: 'portal' } as const;
      const sent = await forwardAppeal(plan.as(appealsDesk), caseId, appealId, version, `send-${appealId}`, to);
      if (sent.kind !== 'done') throw new Error(`given: the file went: ${JSON.stringify(sent)}`);
      await letters();
    },
  };
};
