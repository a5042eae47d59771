import type { Mail, MailOutcome } from '@openum/casework/port/mailer.ts';
import { providersToAsk } from '@openum/domain/information/link.ts';
import { instant } from '@openum/domain/time/instant.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CaseView } from '../contract/case.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let caseId: string;
let mails: Mail[];
let outcome: MailOutcome;

beforeEach(async () => {
  world = await httpWorld();
  mails = [];
  outcome = { kind: 'accepted', response: '250 ok' };
  const mailer = {
    send: async (mail: Mail) => {
      mails.push(mail);
      return outcome;
    },
  };
  const casework = { ...world.casework, mailer };
  app = await buildApp({ ...world.options, casework, hub: liveHub(world.store.live) });
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ spo2: 89 }));
  caseId = (await world.store.workList.page(plan, {}, undefined, 1)).rows[0]?.caseId ?? '';
});
afterEach(() => app.close());

const nurse = async (organization = 'plan') =>
  callerOf(app, await world.sessionOf(`clinicalReviewer@${organization}.example`));
const view = async () => (await (await nurse()).get(`/api/cases/${caseId}`)).body as CaseView;
const again = async (organization?: string) => {
  const { status, body } = await (await nurse(organization)).post(`/api/cases/${caseId}/guest-links/ask-again`, {});
  return { status, body: body as { kind?: string } };
};
const requested = async () => {
  const { status } = await (await nurse()).act(caseId, (await view()).state.version, {
    type: 'RequestInformation',
    items: [{ text: 'Send the saturation during exercise.' }],
    dueAt: '2026-11-23T16:00:00Z',
  });
  expect(status).toBe(200);
};
const addressKept = async () => {
  const npi = providersToAsk((await view()).state).find((p) => p.npi)?.npi ?? '';
  await world.store.letters.contacts.savePreference(plan, 'provider', npi, {
    email: 'desk@clinic.example',
    changedAt: instant('2026-11-20T16:00:00Z'),
    changedBy: 'Ada',
  });
};

test('the provider gets the open request again by mail, with a link that opens it, and the record says so', async () => {
  await requested();
  await addressKept();
  expect(await again()).toMatchObject({ status: 200, body: { kind: 'asked', email: 'desk@clinic.example' } });
  expect(mails).toHaveLength(1);
  expect(mails[0]?.to).toBe('desk@clinic.example');
  const token = /\/ask\/([A-Za-z0-9_-]{43})/u.exec(mails[0]?.text ?? '')?.[1];
  expect(token).toBeDefined();
  const events = await world.store.cases.events(plan, caseId);
  expect(events.at(-1)).toMatchObject({ type: 'InformationLinkMade', data: { mail: 'mailed' } });
});

test('nobody is asked twice within a day, so that a stopped run may be started again', async () => {
  await requested();
  await addressKept();
  await again();
  expect((await again()).body.kind).toBe('askedLately');
  expect(mails).toHaveLength(1);
});

test('a mail that did not go is tried again, and a case without an address is told apart', async () => {
  await requested();
  expect((await again()).body.kind).toBe('noAddress');
  expect(mails).toEqual([]);
  await addressKept();
  outcome = { kind: 'unavailable', reason: 'away' };
  expect((await again()).body.kind).toBe('notMailed');
  outcome = { kind: 'accepted', response: '250 ok' };
  expect((await again()).body.kind).toBe('asked');
});

test('a case that waits for nothing is refused, and another plan finds no case', async () => {
  expect((await again()).status).toBe(422);
  await requested();
  await addressKept();
  expect((await again('other')).status).toBe(404);
  expect(mails).toEqual([]);
});
