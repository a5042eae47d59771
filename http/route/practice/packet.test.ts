import type { Mail, Mailer, MailOutcome } from '@openum/casework/port/mailer.ts';
import { episodeAppend } from '@openum/testkit/contract/episodeContract.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { admitted } from '@openum/testkit/practice/episode.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { EpisodeView } from '../../contract/practice/episode.ts';
import type { PacketDesk } from '../../contract/practice/packet.ts';
import { liveHub } from '../../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
let mails: Mail[];
let outcome: MailOutcome;
const episodeId = uuidOf('episode/packets');
const base = `/api/practice/episodes/${episodeId}`;
let commands = 0;
const commandId = () => uuidOf(`packet-test/${++commands}`);

const mailer: Mailer = {
  send: async (mail) => {
    mails.push(mail);
    return outcome;
  },
  faxAddress: (number) => `${number.replace(/\D/g, '')}@fax.example`,
};

beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  mails = [];
  outcome = { kind: 'accepted', response: '250 taken' };
  const casework = { ...world.casework, mailer };
  app = await buildApp({ ...world.options, casework, hub: liveHub(world.store.live) });
  staff = callerOf(app, await world.sessionOf('utilizationReviewStaff@lakeside.example'));
  await world.store.episodes.append(lakeside, episodeAppend(episodeId, admitted));
});
afterEach(() => app.close());

const upload = async (text: string): Promise<string> => {
  const id = commandId();
  const headers = { 'content-type': 'text/plain' };
  await staff.post(`${base}/documents?commandId=${id}&title=Note+${id.slice(0, 4)}`, Buffer.from(text), headers);
  return id;
};
const body = async (change: object = {}) => ({
  commandId: commandId(),
  expectedVersion: ((await staff.get(base)).body as EpisodeView).version,
  coverageId: 'cov-1',
  request: {
    kind: 'continuedStay',
    levelOfCare: 'residential',
    codes: ['H0018'],
    from: '2026-11-06',
    to: '2026-11-10',
    urgency: 'expedited',
    clinicalSummary: 'Cravings daily.',
    diagnoses: ['f10.20'],
  },
  updates: [{ wanted: 'Risk now', text: 'No plan, thoughts on two days.' }],
  documents: [],
  addressee: 'Prairie Harbor Health Plan',
  fax: '+1 555 010 0141',
  ...change,
});
const desk = async () => (await staff.get(`${base}/packets`)).body as PacketDesk;
const view = async () => (await staff.get(base)).body as EpisodeView;

const made = async (change: object = {}): Promise<string> => {
  const given = await body(change);
  const reply = await staff.post(`${base}/packets`, given);
  expect(reply.status).toBe(200);
  return given.commandId;
};

describe('a packet for a payer', () => {
  test('holds a sheet for the fax, the request, the update by wishes and the documents, and is kept as it was made', async () => {
    const documents = [
      { documentId: await upload('note one') },
      { documentId: await upload('note two'), pages: { from: 1, to: 1 } },
    ];
    const packetId = await made({ documents });
    const { packets, pages } = await desk();
    expect(packets).toMatchObject([{ packetId, pages: 3, parts: [{ firstPage: 2 }, { firstPage: 3 }] }]);
    expect(pages).toEqual({});
    const { text } = await staff.get(`${base}/packets/${packetId}`);
    const { paper, parts } = JSON.parse(text);
    expect(paper.cover.facts).toContainEqual({ label: 'Fax', value: '+1 555 010 0141' });
    expect(JSON.stringify(paper.cover)).not.toContain('Quigley');
    expect(paper.title).toBe('Request for continued stay');
    expect(JSON.stringify(paper.sections)).toContain('No plan, thoughts on two days.');
    expect(parts.map((p: { text: string }) => p.text)).toEqual(['note one', 'note two']);
    expect((await view()).submissions).toEqual([]);
  });

  test('keeps what was found in its words, as they came in and as they go', async () => {
    await made({ noteBefore: 'Doing well.' });
    const { history } = await view();
    expect(history.map((h) => h.type).slice(-3)).toEqual(['NoteChecked', 'NoteChecked', 'PacketMade']);
  });

  test('can be looked at before it is made; nothing of that is kept', async () => {
    const reply = await staff.post(`${base}/packet-preview`, await body());
    expect(reply.headers['content-type']).toBe('application/pdf');
    expect((await desk()).packets).toEqual([]);
  });

  test('goes by fax through the gateway, and the request stands with what the server said', async () => {
    const packetId = await made();
    const sent = { by: 'gateway', commandId: commandId(), way: 'fax', sentTo: '+1 555 010 0141' };
    expect((await staff.post(`${base}/packets/${packetId}/sent`, sent)).status).toBe(200);
    expect(mails).toMatchObject([{ to: '15550100141@fax.example', attachments: [{ contentType: 'application/pdf' }] }]);
    expect(mails[0]?.text).not.toContain('Quigley');
    expect((await view()).submissions).toMatchObject([{ submissionId: packetId, channel: 'fax' }]);
    expect((await desk()).packets[0]?.sent).toMatchObject({ response: '250 taken', sentTo: '+1 555 010 0141' });
    await staff.post(`${base}/packets/${packetId}/sent`, sent);
    expect(mails).toHaveLength(1);
  });

  test('that the server would not take is written down as not sent, and goes at the second try', async () => {
    const packetId = await made();
    outcome = { kind: 'refused', reason: 'the server answered 550' };
    const send = () =>
      staff.post(`${base}/packets/${packetId}/sent`, {
        by: 'gateway',
        commandId: commandId(),
        way: 'fax',
        sentTo: '5550100141',
      });
    const reply = await send();
    expect(reply.status).toBe(502);
    expect(reply.text).toContain('the server answered 550');
    expect((await desk()).packets[0]).toMatchObject({ failures: [{ reason: 'the server answered 550' }] });
    expect((await view()).submissions).toEqual([]);
    outcome = { kind: 'accepted', response: 'ok' };
    expect((await send()).status).toBe(200);
  });

  test('that somebody put into a portal is recorded with the reference', async () => {
    const packetId = await made();
    const gone = { by: 'person', commandId: commandId(), way: 'portal', sentTo: 'https://payer.example' };
    expect((await staff.post(`${base}/packets/${packetId}/sent`, gone)).body).toMatchObject({ code: 'fieldMissing' });
    const told = { ...gone, reference: 'R-77' };
    expect((await staff.post(`${base}/packets/${packetId}/sent`, told)).status).toBe(200);
    expect((await view()).submissions).toMatchObject([{ channel: 'portal', reference: 'R-77' }]);
  });

  test('is not made with a document that cannot be bound in; the answer names it', async () => {
    const documents = [{ documentId: await upload('BROKEN') }];
    const reply = await staff.post(`${base}/packets`, await body({ documents }));
    expect(reply.body).toMatchObject({ code: 'documentNotBound' });
    expect((await desk()).packets).toEqual([]);
  });

  test('is nothing to another practice', async () => {
    const packetId = await made();
    const hillside = callerOf(app, await world.sessionOf('utilizationReviewStaff@hillside.example'));
    expect((await hillside.get(`${base}/packets/${packetId}`)).status).toBe(404);
    expect((await hillside.get(`${base}/packets`)).status).toBe(404);
    const biller = callerOf(app, await world.sessionOf('biller@lakeside.example'));
    expect((await biller.post(`${base}/packets`, await body())).body).toMatchObject({ code: 'roleMissing' });
  });
});
