import type { Mail, Mailer } from '@openum/casework/port/mailer.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { MadeLink } from '../contract/guestLink.ts';
import type { PeerToPeerBoard } from '../contract/peerToPeer.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let caseId: string;
let offerId: string;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ spo2: 89 }));
  const { rows } = await world.store.workList.page(plan, {}, undefined, 10);
  caseId = rows[0]?.caseId ?? '';
  const nurse = await desk();
  const offered = await nurse.act(caseId, rows[0]?.version ?? 0, {
    type: 'OfferPeerToPeer',
    itemSequences: [1],
    because: 'informationMissing',
    slots: [{ startsAt: '2026-11-20T14:00:00-06:00', endsAt: '2026-11-20T14:30:00-06:00' }],
    to: { name: 'Dr. Ifeoma Okonkwo', npi: '1770000056' },
    how: 'portal',
  });
  expect(offered.status).toBe(200);
  const board = (await nurse.get('/api/peer-to-peer')).body as PeerToPeerBoard;
  offerId = board.rows[0]?.offer.offerId ?? '';
});
afterEach(() => app.close());

const desk = async (name = 'clinicalReviewer', organization = 'plan') =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));
const subject = () => ({ about: 'peerToPeer', subjectId: offerId });
const linksOf = () => `/api/cases/${caseId}/guest-links`;
const link = async (): Promise<string> => {
  const made = await (await desk()).post(linksOf(), subject());
  expect(made.status).toBe(200);
  return (made.body as MadeLink).path;
};
const birthDate = async (): Promise<string> =>
  (await world.store.workList.page(plan, {}, undefined, 1)).rows[0]?.memberBirthDate ?? '';
const factor = async () => ({ npi: '1770000056', birthDate: await birthDate() });

test('the board lists the offer for the plan, and for nobody else', async () => {
  expect(offerId).not.toBe('');
  const other = (await (await desk('clinicalReviewer', 'other')).get('/api/peer-to-peer')).body as PeerToPeerBoard;
  expect(other.rows).toEqual([]);
  expect((await callerOf(app).get('/api/peer-to-peer')).status).toBe(401);
});

test('a clinician without an account comes in by the link and the second factor, and takes a time', async () => {
  const path = await link();
  const nobody = callerOf(app);
  expect((await nobody.get(`/api${path}`)).body).toMatchObject({ plan: 'Prairie Health Plan', locked: false });
  expect((await nobody.post(`/api${path}/open`, { ...(await factor()), npi: '1' })).status).toBe(401);
  expect((await nobody.post(`/api${path}/open`, await factor())).body).toMatchObject({ status: 'offered' });
  const answer = { kind: 'choose', slot: { startsAt: '2026-11-20T20:00:00Z', endsAt: '2026-11-20T20:30:00Z' } };
  const taken = await nobody.post(`/api${path}/answer`, { ...(await factor()), answer });
  expect(taken.body).toMatchObject({ status: 'scheduled', agreed: { startsAt: '2026-11-20T20:00:00.000Z' } });
});

test('each link has a token of its own, 256 bits long, of which only the hash is kept', async () => {
  const [first, second] = [await link(), await link()];
  expect(first).toMatch(/^\/p2p\/[A-Za-z0-9_-]{43}$/u);
  expect(second).not.toBe(first);
  const kept = await world.store.guestLinks.ofCase(plan, caseId);
  expect(JSON.stringify(kept)).not.toContain(second.slice('/p2p/'.length));
});

test('the link opens nothing else of the API', async () => {
  const path = await link();
  const nobody = callerOf(app);
  for (const url of [`/api/cases/${caseId}`, '/api/cases', '/api/peer-to-peer', linksOf()])
    expect((await nobody.get(url)).status).toBe(401);
  const answer = { kind: 'deny' };
  expect((await nobody.post(`/api${path}/answer`, { ...(await factor()), answer })).status).toBe(400);
});

test('a token that was never made, or was revoked, leads nowhere; neither answer tells which', async () => {
  const path = await link();
  await (await desk()).post(`${linksOf()}/revoke`, subject());
  const nobody = callerOf(app);
  const revoked = await nobody.get(`/api${path}`);
  const unknown = await nobody.get(`/api/p2p/${'A'.repeat(43)}`);
  expect(revoked.status).toBe(404);
  expect(unknown.text).toBe(revoked.text);
});

test('too many wrong entries lock the link', async () => {
  const path = await link();
  const nobody = callerOf(app);
  for (let n = 0; n < 5; n++)
    expect((await nobody.post(`/api${path}/open`, { npi: '1', birthDate: '1900-01-01' })).status).toBe(401);
  expect((await nobody.post(`/api${path}/open`, await factor())).status).toBe(429);
});

test('no line of the log holds a token', async () => {
  const path = await link();
  await callerOf(app).get(`/api${path}`);
  expect(world.logLines.join('\n')).not.toContain(path.slice('/p2p/'.length));
});

test('another plan makes no link for this case', async () => {
  expect((await (await desk('clinicalReviewer', 'other')).post(linksOf(), subject())).status).toBe(404);
});

test('a link is mailed to the address in the offer, without a word of anybody’s health, and stands in the record', async () => {
  const { rows } = await world.store.workList.page(plan, {}, undefined, 10);
  const nurse = await desk();
  await nurse.act(caseId, rows[0]?.version ?? 0, { type: 'DeclinePeerToPeer', offerId, declinedBy: 'Dr. Okonkwo' });
  const [again] = (await world.store.workList.page(plan, {}, undefined, 10)).rows;
  await nurse.act(caseId, again?.version ?? 0, {
    type: 'OfferPeerToPeer',
    itemSequences: [1],
    because: 'informationMissing',
    slots: [],
    to: { name: 'Dr. Ifeoma Okonkwo', npi: '1770000056', email: 'okonkwo@clinic.example' },
    how: 'portal',
  });
  const { offer } = ((await nurse.get('/api/peer-to-peer')).body as PeerToPeerBoard).rows[0] ?? {};
  const sent = async () =>
    (await nurse.post(linksOf(), { about: 'peerToPeer', subjectId: offer?.offerId, mail: true })).body as MadeLink;
  expect((await sent()).mailed).toBe('noServer');

  const mails: Mail[] = [];
  const mailer: Mailer = {
    send: async (mail) => {
      mails.push(mail);
      return { kind: 'accepted', response: '250 ok' };
    },
  };
  await app.close();
  const casework = { ...world.casework, mailer };
  app = await buildApp({ ...world.options, casework, hub: liveHub(world.store.live) });
  const made = (await (await desk()).post(linksOf(), { about: 'peerToPeer', subjectId: offer?.offerId, mail: true }))
    .body as MadeLink;
  expect(made.mailed).toBe('mailed');
  expect(mails[0]).toMatchObject({ to: 'okonkwo@clinic.example' });
  expect(mails[0]?.text).toContain(`https://um.example.org${made.path}`);
  expect(mails[0]?.text).not.toContain(rows[0]?.memberNumber);
  const board = (await (await desk()).get('/api/peer-to-peer')).body as PeerToPeerBoard;
  expect(board.rows[0]?.offer.told.map((t) => [t.about, t.clinician])).toEqual([
    ['link', 'noServer'],
    ['link', 'mailed'],
  ]);
});
