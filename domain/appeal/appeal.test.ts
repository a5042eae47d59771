import { otherPhysician, physician, physicianWith } from '@openum/testkit/case/actors.ts';
import { notice } from '@openum/testkit/case/acts.ts';
import {
  appealClock,
  appealed,
  appealedAt,
  denied,
  levelOf,
  onAppeal,
  overturnedLine,
  resolved,
  reviewerNamed,
  upheldStory,
} from '@openum/testkit/case/appeal.ts';
import { clockCalendar, clockRule } from '@openum/testkit/case/clock.ts';
import { document, granted } from '@openum/testkit/case/request.ts';
import { after, by, caseOf, now, type Story, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import type { CaseCommand } from '../case/command.ts';
import { receiptOfClock } from '../clock/extension.ts';
import { itemsWithoutNotice } from '../flow/caseFacts.ts';
import { addElapsed, calendarDate, instant } from '../time/instant.ts';
import { appealStatus } from './appeal.ts';
import { tookPart } from './involvement.ts';
import { appealLettersOwed } from './letters.ts';

const refused = (story: Story, command: CaseCommand) => {
  const decided = when(story, command);
  return 'code' in decided ? decided.code : 'done';
};
const appealOf = (story: Story, at = 0) => {
  const c = caseOf(story);
  const a = c.appeals[at];
  if (!a) throw new Error('given: there is no appeal');
  return { c, a, status: appealStatus(c, a) };
};
const hours = (h: number) => addElapsed(appealedAt, { hours: h });

describe('filing', () => {
  test('a member appeals a denied line and the clock of the level starts', () => {
    const { a, status } = appealOf(after(denied(), appealed()));
    expect(status).toBe('toAssign');
    expect(a.clocks.map((k) => k.ruleId)).toEqual(['MA-APPEAL-STD']);
    expect(a).toMatchObject({ late: false, urgency: 'standard', standing: 'nothing' });
  });

  test('a line that nobody decided against the member cannot be appealed', () => {
    expect(refused(denied(), appealed({ itemSequences: [2] }))).toBe('itemUnknown');
    const overturned = after(denied(), appealed(), resolved({ actor: otherPhysician, lines: [overturnedLine] }));
    expect(refused(overturned, appealed({ appealId: 'appeal-3' }))).toBe('appealItemNotAdverse');
  });

  test('one appeal of a level at a time, and each level once', () => {
    expect(refused(after(denied(), appealed()), appealed({ appealId: 'again' }))).toBe('appealAlreadyOpen');
    expect(refused(upheldStory(), appealed({ appealId: 'again' }))).toBe('appealLevelUsed');
  });

  test('the level of another line of business is not open', () => {
    expect(refused(denied(), appealed({ level: levelOf('MCD-APPEAL') }))).toBe('appealLevelUnavailable');
  });

  test('a level that comes after another waits for it', () => {
    const level = levelOf('MA-OMHA');
    expect(refused(denied(), appealed({ level }))).toBe('appealTooEarly');
  });

  test('without the appointment the appeal is kept, but no clock runs and nobody can decide it', () => {
    const given = after(denied(), appealed({ filedBy: { party: 'representative', name: 'Ida Akerman' } }));
    expect(appealOf(given)).toMatchObject({ status: 'awaitingStanding', a: { clocks: [] } });
    expect(refused(given, resolved({ lines: [overturnedLine] }))).toBe('appealStandingMissing');
    const shown = after(
      given,
      onAppeal({
        type: 'ShowAppealStanding',
        appealId: 'appeal-1',
        by: 'Ida Akerman',
        receivedAt: appealedAt,
        clocks: [appealClock()],
      }),
    );
    expect(appealOf(shown)).toMatchObject({ status: 'toAssign', a: { clocks: [{ ruleId: 'MA-APPEAL-STD' }] } });
  });

  test('the treating physician needs no appointment for care still to come, and may not file about payment', () => {
    const filedBy = { party: 'physician' as const, name: 'Dr. Amara Osei' };
    expect(appealOf(after(denied(), appealed({ filedBy }))).status).toBe('toAssign');
    expect(refused(denied(), appealed({ filedBy, timing: 'postService' }))).toBe('appealPartyNotAllowed');
  });

  test('an appeal after its window is kept until a person has looked for good cause', () => {
    const late = after(denied(), appealed({ filingDeadline: instant('2026-11-25T06:00:00Z') }));
    expect(appealOf(late).status).toBe('lateFiling');
    expect(refused(late, resolved({ lines: [overturnedLine] }))).toBe('appealLateUndecided');
    const accepted = onAppeal({ type: 'AcceptLateAppeal', appealId: 'appeal-1', reason: 'She was in hospital.' });
    expect(appealOf(after(late, accepted)).status).toBe('toAssign');
    const dismissed = onAppeal({
      type: 'DismissAppeal',
      appealId: 'appeal-1',
      because: 'lateWithoutGoodCause',
      reason: 'She had the letter on time and gave no reason.',
    });
    expect(appealOf(after(late, dismissed)).status).toBe('dismissed');
    expect(refused(after(denied(), appealed()), dismissed)).toBe('appealNotLate');
  });
});

describe('how fast', () => {
  const expedited = { by: 'physician' as const, reason: 'Saturation of 82 percent at rest last night.' };
  const slower = onAppeal({
    type: 'RefuseExpeditedAppeal',
    appealId: 'appeal-1',
    level: levelOf(),
    reason: 'Her record shows a stable state.',
    clocks: [appealClock('standard')],
    noticeClocks: [],
  });

  test('what a physician asks for binds', () => {
    expect(refused(after(denied(), appealed({ expedited })), slower)).toBe('appealExpediteBinds');
  });

  test('a member’s wish can be refused; the standard clock then counts from the receipt, and a letter is owed', () => {
    const asked = appealed({
      expedited: { ...expedited, by: 'member' },
      clocks: [appealClock('fast', 'MA-APPEAL-EXP')],
    });
    const story = after(denied(), asked, slower);
    const { a, c } = appealOf(story);
    expect([a.urgency, a.clocks[0]?.startedAt]).toEqual(['standard', appealedAt]);
    expect(a.supersededClocks.map((k) => k.ruleId)).toEqual(['MA-APPEAL-EXP']);
    expect(appealLettersOwed(c).map((l) => l.kind)).toContain('appealExpediteRefused');
  });

  test('more time is taken once, on the rule’s own ground, and counts when its letter has gone out', () => {
    const extend = (ground: string) =>
      onAppeal({
        type: 'ExtendAppeal',
        appealId: 'appeal-1',
        clockId: 'appeal-clock',
        ground,
        reason: 'You asked us to wait for your walk test.',
        rule: clockRule('MA-APPEAL-STD'),
        calendar: clockCalendar,
      });
    const given = after(denied(), appealed());
    expect(refused(given, extend('weAreBusy'))).toBe('extensionGroundUnknown');
    const longer = after(given, extend('enrolleeRequest'));
    expect(refused(longer, extend('enrolleeRequest'))).toBe('clockAlreadyExtended');
    const due = (s: Story) =>
      receiptOfClock(
        caseOf(s),
        { started: appealClock(), rule: clockRule('MA-APPEAL-STD'), calendar: clockCalendar },
        appealedAt,
      ).dueAt;
    expect(due(longer)).toBe(due(given));
    const letter = notice({ kind: 'appealExtension', appealId: 'appeal-1', clockId: 'appeal-clock' });
    const told = after(longer, by(otherPhysician, { type: 'RecordNotices', notices: [letter] }, appealedAt));
    expect(due(told)).toBe('2027-01-11T05:59:59.999Z');
  });
});

describe('who decides', () => {
  const given = after(denied(), appealed());

  test('everybody who took part is named with what they did', () => {
    const { c, a } = appealOf(given);
    expect(tookPart(c, a).map((i) => [i.userId, i.how])).toEqual([
      ['physician', 'decided line 1 (denied)'],
      ['nurse', 'did the clinical review'],
    ]);
  });

  test('not the one who denied, nor somebody who works under that person', () => {
    expect(refused(given, reviewerNamed({ to: { ...physician, superiors: [] } }))).toBe('appealReviewerTookPart');
    expect(refused(given, reviewerNamed({ to: { ...otherPhysician, superiors: ['physician'] } }))).toBe(
      'appealReviewerSubordinate',
    );
    const someone = { ...physicianWith({ specialties: [] }), userId: 'x', superiors: [] };
    const requirement = { licence: 'memberState' as const, specialties: ['pulmonology'], citation: 'test' };
    expect(refused(given, reviewerNamed({ to: someone, requirement }))).toBe('specialtyMissing');
    expect(refused(given, reviewerNamed())).toBe('done');
  });

  test('only the named reviewer may leave the denial standing, and only on the whole record', () => {
    expect(refused(given, resolved())).toBe('appealNotTheReviewer');
    const named = after(given, reviewerNamed());
    expect(refused(named, resolved({ evidenceOpened: [] }))).toBe('evidenceNotOpened');
    expect(refused(named, resolved({ criteria: [] }))).toBe('criteriaMissing');
    expect(refused(named, resolved({ superiors: ['physician'] }))).toBe('appealReviewerSubordinate');
    expect(refused(named, resolved())).toBe('done');
  });

  test('new evidence is shared, with time to answer, where the level asks for it', () => {
    const level = levelOf('MA-RECONSIDERATION', { sharesNewEvidence: true });
    const named = after(given, reviewerNamed());
    const decide = resolved({ level, newEvidence: true, now: hours(48) });
    expect(refused(named, decide)).toBe('appealEvidenceNotShared');
    const share = (respondBy: number) =>
      onAppeal({
        type: 'ShareAppealEvidence',
        appealId: 'appeal-1',
        summary: 'A second reading of the test.',
        respondBy: hours(respondBy),
      });
    expect(refused(after(named, share(72)), decide)).toBe('appealAnswerAwaited');
    expect(refused(after(named, share(24)), decide)).toBe('done');
  });
});

describe('the outcome', () => {
  test('upheld in Medicare Advantage opens the outside level by itself, with its own clock', () => {
    const { c } = appealOf(upheldStory());
    expect(c.appeals.map((a) => [a.levelId, appealStatus(c, a)])).toEqual([
      ['MA-RECONSIDERATION', 'upheld'],
      ['MA-IRE', 'toForward'],
    ]);
    expect(appealLettersOwed(c).map((l) => [l.kind, l.audience])).toContainEqual(['appealResolution', 'provider']);
  });

  test('overturned, the line is approved, the denial stays in the history, and the care is still to be put into effect', () => {
    const story = after(denied(), appealed(), resolved({ lines: [overturnedLine] }));
    const { c, status } = appealOf(story);
    const [item] = c.items;
    expect(item?.determination).toMatchObject({ outcome: 'approved', onReview: { id: 'appeal-1' } });
    expect(item?.earlierDeterminations.map((d) => d.outcome)).toEqual(['denied']);
    expect(status).toBe('toEffectuate');
    expect(itemsWithoutNotice(c)).toEqual([1]);
    const done = onAppeal({ type: 'EffectuateAppeal', appealId: 'appeal-1', how: 'Sent to claims.' });
    expect(appealOf(after(story, done)).status).toBe('overturned');
    expect(refused(upheldStory(), done)).toBe('appealNothingToEffectuate');
  });

  test('less than all is no overturn, and all is no part', () => {
    const named = after(denied(), appealed(), reviewerNamed());
    const less = granted({ quantity: { value: 1, unit: 'mo' } });
    expect(refused(named, resolved({ lines: [{ ...overturnedLine, authorized: less }] }))).toBe('appealOverturnInPart');
    const part = { ...overturnedLine, outcome: 'partiallyOverturned' as const };
    expect(refused(named, resolved({ lines: [part] }))).toBe('appealPartIsWhole');
    const story = after(named, resolved({ lines: [{ ...part, authorized: less }] }));
    expect(caseOf(story).items[0]?.determination).toMatchObject({
      outcome: 'partiallyApproved',
      by: { userId: 'other-physician' },
    });
    expect(itemsWithoutNotice(caseOf(story))).toEqual([]);
  });

  test('what an appeal decides leaves the clock of the request as it was met', () => {
    const told = ['member', 'provider'].map((audience) =>
      notice({ audience: audience as 'member', noticeId: audience }),
    );
    const story = after(denied(), by(physician, { type: 'RecordNotices', notices: told }, now));
    const read = (s: Story) => {
      const rule = clockRule();
      const [started] = caseOf(s).clocks;
      if (!started) throw new Error('given: a clock');
      return receiptOfClock(caseOf(s), { started, rule, calendar: clockCalendar }, hours(900));
    };
    const later = after(story, appealed(), { ...resolved({ lines: [overturnedLine] }), now: hours(700) });
    expect(read(story).state).toBe('met');
    expect(read(later).metAt).toBe(read(story).metAt);
  });

  test('after the end nothing of the review can be done any more', () => {
    for (const type of ['AcceptLateAppeal', 'WithdrawAppeal'] as const) {
      const act = { type, appealId: 'appeal-1', requestedBy: 'x', reason: 'y' } as const;
      expect(refused(upheldStory(), onAppeal(act as never))).toBe('appealEnded');
    }
  });
});

describe('outside the plan', () => {
  const forwarded = onAppeal({
    type: 'ForwardAppeal',
    appealId: 'appeal-2',
    to: 'Independent Review Entity',
    method: 'portal',
    tracking: 'IRE-77',
    packet: document('packet'),
  });
  const external = (outcome: 'upheld' | 'overturned', change: object = {}) =>
    onAppeal({
      type: 'ReceiveExternalDecision',
      appealId: 'appeal-2',
      decidedBy: 'Independent Review Entity',
      decidedOn: calendarDate('2026-11-27'),
      lines: [
        {
          itemSequence: 1,
          outcome,
          summary: 'The walk test meets the coverage rule.',
          ...(outcome === 'overturned' ? { authorized: granted({ authorizationNumber: 'PA-12' }) } : {}),
        },
      ],
      clocks: [appealClock('ire-effect', 'MA-EFF-IRE-STD')],
      ...change,
    });

  test('the file goes first, then the decision comes back, then it is put into effect', () => {
    expect(refused(upheldStory(), external('overturned'))).toBe('appealNotForwarded');
    const sent = after(upheldStory(), forwarded);
    expect(appealOf(sent, 1).status).toBe('withExternalBody');
    expect(refused(sent, forwarded)).toBe('appealAlreadyForwarded');
    const reversed = after(sent, external('overturned'));
    expect(appealOf(reversed, 1).status).toBe('toEffectuate');
    expect(caseOf(reversed).items[0]?.determination).toMatchObject({ outcome: 'approved' });
    expect(appealOf(after(sent, external('upheld')), 1).status).toBe('upheld');
  });

  test('the plan does not decide there, and the next level asks for it', () => {
    expect(refused(upheldStory(), resolved({ appealId: 'appeal-2' }))).toBe('appealIsExternal');
    const done = after(upheldStory(), forwarded, external('upheld'));
    const hearing = appealed({ appealId: 'appeal-3', level: levelOf('MA-OMHA'), clocks: [] });
    expect(refused(done, hearing)).toBe('done');
  });
});

describe('aid continuing', () => {
  const aid = (change: object = {}) =>
    onAppeal({
      type: 'DecideAidContinuing',
      appealId: 'appeal-1',
      level: levelOf('MCD-APPEAL'),
      granted: true,
      askedBy: 'member',
      askedAt: appealedAt,
      askedInTimeUntil: hours(24),
      previouslyAuthorized: true,
      period: { start: calendarDate('2026-12-01') },
      reason: 'She asked on the third day.',
      ...change,
    });
  const given = after(denied(), appealed());

  test('goes on when it was asked for in time, by somebody who may, for care that was authorized', () => {
    expect(refused(given, aid({ askedInTimeUntil: hours(-1) }))).toBe('aidContinuingAskedLate');
    expect(refused(given, aid({ askedBy: 'provider' }))).toBe('aidContinuingPartyNotAllowed');
    expect(refused(given, aid({ previouslyAuthorized: false }))).toBe('aidContinuingNotAuthorized');
    expect(refused(given, aid({ level: levelOf() }))).toBe('aidContinuingNotOffered');
    const end = onAppeal({
      type: 'EndAidContinuing',
      appealId: 'appeal-1',
      endedOn: calendarDate('2026-12-20'),
      reason: 'The appeal was upheld.',
    });
    expect(refused(given, end)).toBe('aidContinuingNotRunning');
    expect(appealOf(after(given, aid(), end)).a).toMatchObject({ aidEnded: { endedOn: '2026-12-20' } });
  });
});

describe('reconsideration', () => {
  const ask = by(
    { ...physician, roles: ['appealsCoordinator'] },
    {
      type: 'RequestReconsideration',
      reconsiderationId: 'again-1',
      ruleId: 'NY-RECONSIDERATION',
      itemSequences: [1],
      requestedBy: 'Dr. Amara Osei',
      statement: 'The walk test came after the decision.',
      receivedAt: appealedAt,
      clocks: [appealClock('again', 'NY-RECONSIDER-P2P')],
    },
    appealedAt,
  );
  const answer = (outcome: 'unchanged' | 'approved') =>
    by(
      physician,
      {
        type: 'DecideReconsideration',
        reconsiderationId: 'again-1',
        outcome,
        reason: 'The new test was read.',
        authorized: [{ itemSequence: 1, authorized: granted() }],
      },
      appealedAt,
    );

  test('uses up no level, and may be decided by who denied', () => {
    const given = after(denied(), ask);
    expect(refused(given, ask)).toBe('reconsiderationOpen');
    expect(refused(after(given, answer('unchanged')), appealed())).toBe('done');
    const approved = caseOf(after(given, answer('approved')));
    expect(approved.items[0]?.determination?.outcome).toBe('approved');
    expect(itemsWithoutNotice(approved)).toEqual([1]);
  });
});
