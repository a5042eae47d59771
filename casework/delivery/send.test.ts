import { deliveryOf } from '@openum/domain/delivery/delivery.ts';
import { coordinator } from '@openum/testkit/case/actors.ts';
import { oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { describe, expect, test } from 'vitest';
import { execute } from '../case/execute.ts';
import { issueNotices } from '../notice/issue.ts';
import { reissueNotice } from '../notice/reissue.ts';
import type { Mail, MailOutcome } from '../port/mailer.ts';
import { sendLetters } from './send.ts';

const npi = '1770000031';
const accepted: MailOutcome = { kind: 'accepted', response: '250 kept' };

/** A plan with a mail server that answers as told, and an approved request whose letters are written. */
const given = async (
  settings: { readonly attachToMail: boolean; readonly followMail?: boolean },
  preference: object,
  answers: readonly MailOutcome[] = [accepted],
) => {
  const sent: Mail[] = [];
  const left = [...answers];
  const plan = await aPlan((casework) => ({
    ...casework,
    mailer: {
      send: async (mail) => {
        sent.push(mail);
        return left.shift() ?? accepted;
      },
      faxAddress: (number) => `${number.replace(/\D/g, '')}@fax.example`,
    },
  }));
  const { contacts } = plan.casework.letters;
  const said = { changedAt: plan.environment.now(), changedBy: 'Ada' };
  await contacts.saveSettings(scope, {
    channels: { member: 'print', provider: 'portal' },
    followMail: settings.followMail ?? false,
    attachToMail: settings.attachToMail,
    ...said,
  });
  const { caseId, state } = await plan.receive(oxygenArrival());
  const { memberNumber } = state.request.member;
  await contacts.savePreference(scope, 'member', memberNumber, { ...preference, ...said });
  await contacts.savePreference(scope, 'provider', npi, { channel: 'fax', fax: '(217) 555-0142', ...said });
  await issueNotices(plan.casework, scope, caseId);
  return { plan, caseId, sent, send: (attempts = 1) => sendLetters(plan.casework, scope, caseId, attempts) };
};
const byMail = { channel: 'email', email: 'ana@home.example' };

const statuses = async (plan: Plan, caseId: string) => {
  const c = await plan.state(caseId);
  return c.notices.map((n) => `${n.audience} ${deliveryOf(c, n).status}`);
};

describe('letters by mail and fax', () => {
  test('go with the letter, and what the server said is on record', async () => {
    const { plan, caseId, sent, send } = await given({ attachToMail: true }, byMail);
    expect(await statuses(plan, caseId)).toEqual(['member toSend', 'provider toSend']);
    await send();
    expect(sent.map((m) => [m.to, m.attachments?.length])).toEqual([
      ['ana@home.example', 1],
      ['2175550142@fax.example', 1],
    ]);
    expect(await statuses(plan, caseId)).toEqual(['member sent', 'provider sent']);
    const { deliverySteps } = await plan.state(caseId);
    expect(deliverySteps[0]?.data).toMatchObject({ response: '250 kept', sendTo: 'ana@home.example', attempts: 1 });
  });

  test('say nothing of the member in subject and text', async () => {
    const { plan, caseId, sent, send } = await given({ attachToMail: true }, byMail);
    await send();
    const { member } = (await plan.state(caseId)).request;
    for (const { subject, text } of sent)
      for (const secret of [member.family, member.given, member.memberNumber, member.birthDate])
        expect(`${subject} ${text}`).not.toContain(secret);
  });

  test('are sent once, however often the work is done', async () => {
    const { sent, send } = await given({ attachToMail: true }, byMail);
    await send();
    await send();
    expect(sent).toHaveLength(2);
  });

  test('are on the outbox until they are sent', async () => {
    const { plan, send } = await given({ attachToMail: true }, byMail);
    const topics = async () => (await plan.store.outbox.take(plan.environment.now(), 9, 60)).map((e) => e.topic);
    expect(await topics()).toContain('letters.send');
    await send();
    plan.environment.pass({ hours: 1 });
    for (const e of await plan.store.outbox.take(plan.environment.now(), 9, 60))
      await plan.store.outbox.done(e.tenantId, e.outboxId);
    await plan.act(coordinator, (await plan.store.cases.caseIds(scope, undefined, 1))[0] ?? '', {
      type: 'AddNote',
      text: 'Filed.',
    });
    expect(await topics()).toEqual([]);
  });

  test('are tried again with the same message id while the server is away', async () => {
    const away: MailOutcome = { kind: 'unavailable', reason: '451' };
    const { plan, caseId, sent, send } = await given({ attachToMail: true }, byMail, [away, accepted]);
    await expect(send()).rejects.toThrow('1 to be sent again later');
    expect(await statuses(plan, caseId)).toEqual(['member toSend', 'provider sent']);
    await send(2);
    expect(await statuses(plan, caseId)).toEqual(['member sent', 'provider sent']);
    expect(sent[0]?.mailId).toBe(sent[2]?.mailId);
  });

  test('go on paper once the server has been away too long, or refuses for good', async () => {
    const refused: MailOutcome = { kind: 'refused', reason: 'the server answered 550' };
    const away: MailOutcome = { kind: 'unavailable', reason: '451' };
    const { plan, caseId, send } = await given({ attachToMail: true }, byMail, [refused, away]);
    await send(10);
    expect(await statuses(plan, caseId)).toEqual(['member toPrint', 'provider toPrint']);
    const rows = await plan.store.cases.rows(scope, caseId);
    expect(rows?.tasks.map((t) => t.stepId)).toContain('noticePrint');
  });

  test('count as sent when the server takes them, where the plan follows its letters', async () => {
    const { plan, caseId, send } = await given({ attachToMail: true, followMail: true }, byMail);
    const metAt = async () => (await plan.store.cases.rows(scope, caseId))?.clocks[0]?.metAt;
    expect(await metAt()).toBeUndefined();
    const at = plan.environment.pass({ hours: 2 });
    await send();
    expect(await metAt()).toBe(at);
  });
});

describe('where mail carries no letters', () => {
  test("a member's letter is printed, and a mail says that it is in the post", async () => {
    const { plan, caseId, sent, send } = await given({ attachToMail: false }, byMail);
    await send();
    expect(await statuses(plan, caseId)).toEqual(['member toPrint', 'provider sent']);
    expect(sent.find((m) => m.to === 'ana@home.example')?.attachments).toBeUndefined();
    await send();
    expect(sent.filter((m) => m.to === 'ana@home.example')).toHaveLength(1);
  });
});

describe('a letter on paper that the plan follows', () => {
  test('stops its clock when it is handed to the carrier, by the time that is on the receipt', async () => {
    const { plan, caseId, send } = await given({ attachToMail: false, followMail: true }, {});
    await send();
    const metAt = async () => (await plan.store.cases.rows(scope, caseId))?.clocks[0]?.metAt;
    const mailedAt = plan.environment.pass({ hours: 3 });
    const now = plan.environment.pass({ hours: 2 });
    const [letter] = (await plan.state(caseId)).notices;
    expect(await metAt()).toBeUndefined();
    await execute(plan.casework, scope, {
      caseId,
      command: () => ({
        type: 'ReportDelivery',
        actor: coordinator,
        now,
        noticeIds: [letter?.noticeId ?? ''],
        report: { kind: 'mailed', carrier: 'USPS', mailedAt },
      }),
    });
    expect(await metAt()).toBe(mailedAt);
  });

  test('that were chosen by hand for a member go on paper with a word by mail, unless letters are attached', async () => {
    const { plan, caseId, sent, send } = await given({ attachToMail: false }, {});
    const [former] = (await plan.state(caseId)).notices;
    const again = await reissueNotice(plan.as(coordinator), caseId, former?.noticeId ?? '', {
      because: 'lostInMail',
      explanation: 'The member called.',
      channel: 'email',
      sendTo: 'ana@home.example',
    });
    expect(again).toMatchObject({ noticeId: expect.any(String) });
    expect((await plan.state(caseId)).notices.at(-1)).toMatchObject({
      channel: 'print',
      announceTo: 'ana@home.example',
    });
    await send();
    const mail = sent.find((m) => m.to === 'ana@home.example');
    expect(mail?.text).toContain('by mail');
    expect(mail?.text).not.toContain('portal');
  });
});
