import { isRefusal } from '@openum/domain/case/refusal.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { coordinator, nurse } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { linksOf, revokeLink } from '../guestLink/desk.ts';
import { secondFactorTries } from '../guestLink/enter.ts';
import { enterGuest } from '../peerToPeer/guest.ts';
import type { Mail, MailOutcome } from '../port/mailer.ts';
import { answerAsked, attachAsked, enterAsked, greetAsked } from './guest.ts';
import { linkReaders, makeInformationLink } from './guestLink.ts';

const hash = 'a'.repeat(64);
const right = { npi: '1770000031', birthDate: '1951-03-09' };
const wrong = { ...right, npi: '1770000064' };
const commandId = '00000000-0000-4000-8000-000000000001';
const secret = 'An internal note of the nurse.';

let plan: Plan;
let caseId: string;
let requestId: string;
const mails: Mail[] = [];
let outcome: MailOutcome = { kind: 'accepted', response: '250 ok' };

const ask = async (hours = 24) => {
  await plan.act(nurse, caseId, {
    type: 'RequestInformation',
    items: [{ text: 'Saturation during exercise', itemSequence: 1 }, { text: 'Plan of care' }],
    message: 'Please send the test of this month.',
    dueAt: addElapsed(plan.environment.now(), { hours }),
  });
  requestId = (await plan.state(caseId)).informationRequests.at(-1)?.requestId ?? '';
};
beforeEach(async () => {
  mails.length = 0;
  outcome = { kind: 'accepted', response: '250 ok' };
  plan = await aPlan((casework) => ({
    ...casework,
    mailer: {
      send: async (mail) => {
        mails.push(mail);
        return outcome;
      },
    },
  }));
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation })));
  await plan.act(nurse, caseId, { type: 'AddNote', text: secret });
  await ask();
});

const made = (linkHash = hash, npi = right.npi, address?: string) =>
  makeInformationLink(plan.as(nurse), caseId, { requestId, npi }, linkHash, address);
const enter = (factor = right, linkHash = hash) => enterAsked(plan.casework, linkHash, factor);
const answer = (answers = ['86 percent', ''], id = commandId, linkHash = hash) =>
  answerAsked(plan.casework, linkHash, right, id, { answers });
const file = (text = 'Exercise test: 86 percent.', title = 'test.txt', contentType = 'text/plain') =>
  attachAsked(plan.casework, hash, right, { title, contentType, bytes: new TextEncoder().encode(text) });
const eventTypes = async () => (await plan.store.cases.events(scope, caseId)).map((e) => e.type);
const count = async (type: string) => (await eventTypes()).filter((t) => t === type).length;

describe('a link to a request for information', () => {
  test('is made for a provider of the request, and stands in the record with who gets it', async () => {
    const { informationRequests } = await plan.state(caseId);
    const link = await made();
    expect(isRefusal(link)).toBe(false);
    const [state] = await linksOf(plan.as(nurse), caseId);
    expect(state).toMatchObject({ about: 'information', subjectId: requestId, toNpi: right.npi });
    expect((state?.expiresAt ?? '') > (informationRequests[0]?.dueAt ?? '')).toBe(true);
    const last = (await plan.store.cases.events(scope, caseId)).at(-1);
    expect(last).toMatchObject({
      type: 'InformationLinkMade',
      actor: nurse,
      data: { requestId, to: { npi: right.npi } },
    });
    expect(JSON.stringify(last)).not.toContain(hash);
  });

  test('is not made for anybody else, for what is not open, or by somebody who may ask for nothing', async () => {
    expect(await made(hash, '1770000064')).toMatchObject({ code: 'fieldInvalid', facts: { field: 'npi' } });
    const biller = { ...nurse, roles: ['biller'] as const };
    const asked = { requestId, npi: right.npi };
    expect(await makeInformationLink(plan.as(biller), caseId, asked, hash)).toMatchObject({ code: 'roleMissing' });
    expect(await makeInformationLink(plan.as(nurse), caseId, { ...asked, requestId: 'other' }, hash)).toMatchObject({
      code: 'informationRequestUnknown',
    });
    await plan.act(coordinator, caseId, { type: 'ReceiveInformation', requestId, summary: 'By fax.', facts: [] });
    expect(await made()).toMatchObject({ code: 'notAllowedInStatus' });
    expect(await linksOf(plan.as(nurse), caseId)).toEqual([]);
  });

  test('leads nowhere after it is revoked, after another was made, and once it has ended', async () => {
    await made();
    await revokeLink(plan.as(nurse), caseId, { about: 'information', subjectId: requestId });
    expect(await enter()).toEqual({ kind: 'gone' });
    await made('b'.repeat(64));
    await made('c'.repeat(64));
    expect(await enter(right, 'b'.repeat(64))).toEqual({ kind: 'gone' });
    expect((await enter(right, 'c'.repeat(64))).kind).toBe('in');
    plan.environment.pass({ hours: 24 * 40 });
    expect(await enter(right, 'c'.repeat(64))).toEqual({ kind: 'gone' });
    expect(await answer(['x'], commandId, 'c'.repeat(64))).toEqual({ kind: 'gone' });
  });

  test('opens no talk: one token opens one thing', async () => {
    await made();
    expect(await enterGuest(plan.casework, hash, right)).toEqual({ kind: 'gone' });
  });

  test('is mailed to the address on file, without the member, the service or what is asked', async () => {
    expect(await linkReaders(plan.as(nurse), caseId)).toMatchObject([
      { name: 'Peoria Lung Clinic', npi: right.npi },
      {},
    ]);
    expect(await made(hash, right.npi, 'https://um.example/ask/t')).toMatchObject({ mailed: 'noAddress' });
    await plan.store.letters.contacts.savePreference(scope, 'provider', right.npi, {
      email: 'office@lung.example',
      changedAt: plan.environment.now(),
      changedBy: nurse.name,
    });
    expect(await linkReaders(plan.as(nurse), caseId)).toMatchObject([{ email: 'office@lung.example' }, {}]);
    expect(await made(hash, right.npi, 'https://um.example/ask/t')).toMatchObject({ mailed: 'mailed' });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toBe('office@lung.example');
    expect(mails[0]?.text).toContain('https://um.example/ask/t');
    expect(JSON.stringify(mails)).not.toMatch(/Rosalind|Akerman|E1390|Saturation|1951/u);
    outcome = { kind: 'unavailable', reason: 'timeout' };
    expect(await made(hash, right.npi, 'https://um.example/ask/t')).toMatchObject({ mailed: 'unavailable' });
    const told = (await plan.store.cases.events(scope, caseId)).flatMap((e) =>
      e.type === 'InformationLinkMade' ? [e.data.mail] : [],
    );
    expect(told).toEqual(['noAddress', 'mailed', 'unavailable']);
  });
});

describe('the second factor', () => {
  beforeEach(async () => {
    await made();
  });

  test('before it, there is nothing but the plan and two initials', async () => {
    const greeting = await greetAsked(plan.casework, hash);
    expect(greeting).toMatchObject({ initials: 'R. A.', locked: false });
    expect(JSON.stringify(greeting)).not.toMatch(/Rosalind|Akerman|E1390|1951|Saturation|Lung/u);
  });

  test('wrong too often locks the link for everything, the right one too', async () => {
    for (let n = 0; n < secondFactorTries; n++)
      expect(await enter(wrong)).toEqual({ kind: 'wrong', triesLeft: secondFactorTries - n - 1 });
    expect(await enter()).toEqual({ kind: 'locked' });
    expect(await answer()).toEqual({ kind: 'locked' });
    expect(await file()).toEqual({ kind: 'locked' });
    expect(await greetAsked(plan.casework, hash)).toMatchObject({ locked: true });
    expect(await linksOf(plan.as(nurse), caseId)).toMatchObject([{ lockedAt: plan.environment.now() }]);
    expect(await count('InformationReceived')).toBe(0);
  });

  test('is asked for with each file and with the answer, and each look is written down', async () => {
    await greetAsked(plan.casework, hash);
    const bytes = new TextEncoder().encode('x');
    const sent = { title: 'x.txt', contentType: 'text/plain', bytes };
    expect(await attachAsked(plan.casework, hash, wrong, sent)).toMatchObject({ kind: 'wrong' });
    expect(await answerAsked(plan.casework, hash, wrong, commandId, { answers: ['x'] })).toMatchObject({
      kind: 'wrong',
    });
    await enter();
    const reads = (await plan.store.readLog.ofCase(scope, caseId, 9)).filter((r) => r.clientId?.startsWith('guest'));
    expect(reads.map((r) => [r.clientId, r.resourceId]).toSorted()).toEqual([
      [`guest ${right.npi}`, requestId],
      ['guest without second factor', requestId],
    ]);
  });
});

describe('the provider who was asked', () => {
  beforeEach(async () => {
    await made();
  });

  test('sees what is asked and nothing else of the case', async () => {
    const entered = await enter();
    expect(entered).toMatchObject({
      kind: 'in',
      view: {
        status: 'open',
        provider: 'Peoria Lung Clinic',
        member: 'Rosalind Akerman',
        services: [expect.stringMatching(/^E1390 /u)],
        questions: ['Saturation during exercise', 'Plan of care'],
        message: 'Please send the test of this month.',
        files: [],
      },
    });
    expect(JSON.stringify(entered)).not.toMatch(new RegExp(`${secret}|${nurse.name}|${caseId}`, 'u'));
  });

  test('adds files by the way of the portal: named as theirs, read as any document, the same one once', async () => {
    const due = async () => (await plan.store.outbox.take(plan.environment.now(), 50, 60)).map((e) => e.topic);
    await due();
    expect(await due()).not.toContain('documents.read');
    expect(await file()).toMatchObject({ kind: 'in', view: { files: [{ title: 'test.txt', sizeBytes: 26 }] } });
    expect(await file()).toMatchObject({
      code: 'fieldInvalid',
      facts: { problem: 'this file is already in the case' },
    });
    const event = (await plan.store.cases.events(scope, caseId)).findLast((e) => e.type === 'DocumentAttached');
    expect(event?.actor).toEqual({ kind: 'guest', name: 'Peoria Lung Clinic', npi: right.npi, requestId });
    expect(await due()).toContain('documents.read');
  });

  test('is told why a file is not taken', async () => {
    expect(await file('')).toMatchObject({ facts: { problem: 'the file is empty' } });
    expect(await file('MZ', 'x.exe', 'application/x-msdownload')).toMatchObject({ code: 'fieldInvalid' });
    expect(await file('x'.repeat(10 * 1024 * 1024 + 1))).toMatchObject({
      facts: { problem: 'the file is larger than 10 MB' },
    });
    expect(await count('DocumentAttached')).toBe((await plan.state(caseId)).documents.length);
  });

  test('answers once: the case goes on, and the page says what the plan got and when', async () => {
    await file();
    const at = plan.environment.now();
    const summary = '1. Saturation during exercise\n86 percent\n\n2. Plan of care\nNo answer.';
    expect(await answer()).toMatchObject({
      kind: 'in',
      view: { status: 'answered', answered: { at, summary }, files: [{ title: 'test.txt' }] },
    });
    expect((await plan.state(caseId)).informationRequests[0]).toMatchObject({ answeredAt: at, summary });
    const last = (await plan.store.cases.events(scope, caseId)).findLast((e) => e.type === 'InformationReceived');
    expect(last?.actor).toMatchObject({ kind: 'guest', name: 'Peoria Lung Clinic', requestId });
  });

  test('who sends the same answer twice has sent it once; a second answer and more files are refused', async () => {
    await answer();
    expect(await answer()).toMatchObject({ kind: 'in', view: { status: 'answered' } });
    const other = '00000000-0000-4000-8000-000000000002';
    expect(await answer(['Something else'], other)).toMatchObject({ code: 'informationRequestEnded' });
    expect(await file('late')).toMatchObject({ code: 'informationRequestEnded' });
    expect(await count('InformationReceived')).toBe(1);
    expect(await enter()).toMatchObject({ view: { status: 'answered' } });
  });

  test('does not see an answer that came by another way', async () => {
    await plan.act(coordinator, caseId, { type: 'ReceiveInformation', requestId, summary: secret, facts: [] });
    const entered = await enter();
    expect(entered).toMatchObject({ view: { status: 'answered' } });
    expect(JSON.stringify(entered)).not.toContain(secret);
  });

  test('has no part in what is asked later', async () => {
    await answer();
    await ask();
    expect(await enter()).toMatchObject({ view: { status: 'answered' } });
    expect(await file()).toMatchObject({ code: 'informationRequestEnded' });
  });

  test('is told that the plan waits no more, once it is decided', async () => {
    await plan.decide(caseId, [
      {
        outcome: 'approved',
        itemSequence: 1,
        authorized: (await plan.state(caseId)).items.map((i) => ({
          service: i.service,
          ...(i.quantity ? { quantity: i.quantity } : {}),
          period: i.period ?? { start: '2026-12-01', end: '2026-12-31' },
        }))[0] as never,
      },
    ]);
    expect(await enter()).toMatchObject({ view: { status: 'over' } });
    expect(await answer()).toMatchObject({ code: 'informationRequestEnded' });
    expect(await file()).toMatchObject({ code: 'informationRequestEnded' });
  });

  test('writes something, or it is no answer', async () => {
    expect(await answer([' ', ''])).toMatchObject({ code: 'fieldMissing' });
  });
});
