import { coordinator } from '@openum/testkit/case/actors.ts';
import { determine, notice } from '@openum/testkit/case/acts.ts';
import { after, by, caseOf, received, type Story, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import type { IssuedNotice } from '../case/event.ts';
import { isRefusal } from '../case/refusal.ts';
import { clockHistoryOf } from '../clock/caseHistory.ts';
import { addElapsed, type Instant } from '../time/instant.ts';
import type { DeliveryReport } from './command.ts';
import { deliveryOf } from './delivery.ts';
import { deliveryTasks } from './task.ts';

const system = { kind: 'system', component: 'notices' } as const;
const now = caseOf(received()).receivedAt;
const at = (hours: number): Instant => addElapsed(now, { hours });

/** A denial at hour 1, and its two letters at hour 2. */
const withLetters = (member: Partial<IssuedNotice> = {}): Story =>
  after(
    received(),
    determine(),
    by(
      system,
      {
        type: 'RecordNotices',
        notices: [
          notice({ noticeId: 'm', audience: 'member', channel: 'print', ...member }),
          notice({ noticeId: 'p', audience: 'provider', channel: 'portal' }),
        ],
      },
      at(2),
    ),
  );

const says = (report: DeliveryReport, hours: number, noticeId = 'm') =>
  by(
    report.kind === 'sent' || report.kind === 'failed' ? system : coordinator,
    { type: 'ReportDelivery', noticeIds: [noticeId], report },
    at(hours),
  );
const mailed = (hours: number): DeliveryReport => ({ kind: 'mailed', carrier: 'USPS', mailedAt: at(hours) });
const statusOf = (story: Story, noticeId = 'm') => {
  const c = caseOf(story);
  const found = c.notices.find((n) => n.noticeId === noticeId);
  return found && deliveryOf(c, found).status;
};
const told = (story: Story) => {
  const c = caseOf(story);
  const [clock] = c.clocks;
  return clock && clockHistoryOf(c, clock, 'decisionAndNotice').stoppedAt;
};

describe('a letter on paper', () => {
  test('waits for print until it is printed and handed to the carrier', () => {
    const waiting = withLetters();
    expect(statusOf(waiting)).toBe('toPrint');
    expect(deliveryTasks(caseOf(waiting), []).map((t) => t.stepId)).toEqual(['noticePrint']);
    const printed = after(waiting, says({ kind: 'printed', batchId: 'b1' }, 3));
    expect(statusOf(printed)).toBe('printed');
    const gone = after(printed, says(mailed(4), 5));
    expect(statusOf(gone)).toBe('mailed');
    expect(deliveryTasks(caseOf(gone), [])).toEqual([]);
  });

  test('counts as sent when the carrier has it, where the plan follows its letters', () => {
    const waiting = withLetters({ countsWhen: 'deposited' });
    expect(told(waiting)).toBeUndefined();
    expect(told(after(waiting, says(mailed(9), 10)))).toBe(at(9));
  });

  test('counts as sent when it is issued, where the plan does not', () => {
    expect(told(withLetters())).toBe(at(2));
  });

  test('cannot have been mailed before it was issued, nor after now', () => {
    for (const hours of [1, 6]) {
      const refused = when(withLetters(), says(mailed(hours), 5));
      expect(isRefusal(refused) && refused.facts.field).toBe('mailedAt');
    }
  });

  test('may have been mailed in the minute in which it was issued, by a clock without seconds', () => {
    const issued = after(
      received(),
      determine(),
      by(
        system,
        { type: 'RecordNotices', notices: [notice({ noticeId: 'm', audience: 'member', channel: 'print' })] },
        addElapsed(at(2), { seconds: 40 }),
      ),
    );
    const gone = after(issued, says(mailed(2), 3));
    expect(caseOf(gone).deliverySteps[0]?.data).toMatchObject({ mailedAt: addElapsed(at(2), { seconds: 40 }) });
  });

  test('that came back is work until another is issued in its place', () => {
    const back = after(withLetters(), says(mailed(3), 4), says({ kind: 'returned', reason: 'Moved' }, 90));
    expect(statusOf(back)).toBe('returned');
    expect(deliveryTasks(caseOf(back), []).map((t) => t.stepId)).toEqual(['noticeReturned']);
    const again = notice({
      noticeId: 'm2',
      audience: 'member',
      channel: 'portal',
      reissue: { noticeId: 'm', because: 'addressCorrected', explanation: 'New address from the member.' },
    });
    const reissued = after(back, by(system, { type: 'RecordNotices', notices: [again] }, at(91)));
    expect(statusOf(reissued)).toBe('replaced');
    expect(deliveryTasks(caseOf(reissued), [])).toEqual([]);
    expect(told(reissued)).toBe(at(2));
  });

  test('that came back and has no better address is closed with the reason', () => {
    const back = after(withLetters(), says(mailed(3), 4), says({ kind: 'returned', reason: 'Moved' }, 90));
    expect(when(back, says({ kind: 'closed', reason: ' ' }, 91))).toMatchObject({ code: 'fieldMissing' });
    expect(statusOf(after(back, says({ kind: 'closed', reason: 'Nobody knows another.' }, 91)))).toBe('closed');
  });
});

describe('a letter by e-mail', () => {
  const byMail = { channel: 'email', sendTo: 'ana@home.example', countsWhen: 'deposited' } as const;
  const took: DeliveryReport = { kind: 'sent', channel: 'email', response: '250 OK', attempts: 1 };

  test('counts as sent when the server takes it', () => {
    expect(told(withLetters(byMail))).toBeUndefined();
    const sent = after(withLetters(byMail), says(took, 3));
    expect([statusOf(sent), told(sent)]).toEqual(['sent', at(3)]);
  });

  test('goes on paper when it cannot be sent, and when it bounces', () => {
    const failed = after(
      withLetters(byMail),
      says({ kind: 'failed', channel: 'email', reason: '550', attempts: 1 }, 3),
    );
    expect(statusOf(failed)).toBe('toPrint');
    const bounced = after(withLetters(byMail), says(took, 3), says({ kind: 'returned', reason: 'Mailbox full' }, 4));
    expect(statusOf(bounced)).toBe('toPrint');
  });

  test('is sent by the system alone, and once', () => {
    const person = by(coordinator, { type: 'ReportDelivery', noticeIds: ['m'], report: took }, at(3));
    expect(when(withLetters(byMail), person)).toMatchObject({ code: 'fieldInvalid' });
    expect(when(after(withLetters(byMail), says(took, 3)), says(took, 4))).toMatchObject({
      code: 'deliveryOutOfOrder',
    });
  });

  test('is the way of a member who has no portal', () => {
    const portal = says({ kind: 'queued', channel: 'portal', because: 'Quicker.' }, 3);
    expect(when(withLetters(), portal)).toMatchObject({ code: 'fieldInvalid' });
  });

  test('needs an address', () => {
    const queue = (channel: 'email' | 'fax', sendTo?: string) =>
      when(withLetters(), says({ kind: 'queued', channel, because: 'Asked for.', ...(sendTo ? { sendTo } : {}) }, 3));
    expect(queue('email')).toMatchObject({ code: 'fieldMissing' });
    expect(queue('email', 'ana at home')).toMatchObject({ code: 'fieldInvalid' });
    expect(queue('fax', '555')).toMatchObject({ code: 'fieldInvalid' });
    expect(isRefusal(queue('fax', '217-555-0142'))).toBe(false);
  });
});

describe('a spoken notice', () => {
  const spoken = (writtenDueAt?: Instant, audience: 'member' | 'provider' = 'member') =>
    by(
      coordinator,
      {
        type: 'GiveOralNotice',
        oralNoticeId: `oral-${audience}`,
        itemSequences: [1],
        audience,
        spokenTo: 'Ana Akerman',
        number: '217-555-0142',
        givenAt: at(2),
        ...(writtenDueAt ? { rule: { ruleId: 'MA', citation: '42 CFR 422.572(c)' }, writtenDueAt } : {}),
      },
      at(2),
    );
  const both = (due?: Instant) => after(received(), determine(), spoken(due), spoken(due, 'provider'));

  test('stands for the written one where a rule says so, and the written one is owed', () => {
    const story = both(at(74));
    expect(told(story)).toBe(at(2));
    expect(deliveryTasks(caseOf(story), [])).toEqual([
      expect.objectContaining({ stepId: 'noticeWritten', dueAt: at(74) }),
    ]);
  });

  test('stops no clock where no rule says so', () => {
    expect(told(both())).toBeUndefined();
  });

  test('does not stand once the written one has come too late', () => {
    const late = by(
      system,
      {
        type: 'RecordNotices',
        notices: [notice({ noticeId: 'm', audience: 'member' }), notice({ noticeId: 'p', audience: 'provider' })],
      },
      at(80),
    );
    expect(told(after(both(at(74)), late))).toBe(at(80));
    expect(deliveryTasks(caseOf(after(both(at(74)), late)), []).filter((t) => t.stepId === 'noticeWritten')).toEqual(
      [],
    );
  });

  test('cannot be given before the decision', () => {
    const early = { ...spoken(), givenAt: now } as typeof spoken extends () => infer C ? C : never;
    expect(when(after(received(), determine()), early)).toMatchObject({ code: 'fieldInvalid' });
  });
});
