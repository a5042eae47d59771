import { connect } from 'node:net';
import { Hl7Message } from '@medplum/core';
import { CR, FS, Hl7Client, VT } from '@medplum/hl7';
import { adt } from '@openum/testkit/hl7/adt.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { frame, framer } from './frame.ts';
import { listenMllp, type MllpListener } from './mllp.ts';
import { maxMessageBytes } from './routes.ts';

const from = {
  client: { clientId: 'hospital', tenantId: plan.tenantId, name: 'Lakeside Hospital', scopes: ['hl7'] },
  tenant: plan,
};
const host = '127.0.0.1';
const bytes = (text: string) => Buffer.from(text, 'utf8');

let world: HttpWorld;
let listener: MllpListener;
const errors: unknown[] = [];
beforeEach(async () => {
  world = await httpWorld();
  errors.length = 0;
  listener = await listenMllp({ casework: world.casework, from, host, port: 0, onError: (e) => errors.push(e) });
});
afterEach(() => listener.stop());

/** Everything that comes back until the other side ends, or until `until` acknowledgements are there. */
const exchange = (chunks: readonly Uint8Array[], until: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(listener.port, host);
    let said = '';
    socket.on('connect', () => {
      for (const chunk of chunks) socket.write(chunk);
      if (until === 0) socket.end();
    });
    socket.on('data', (d) => {
      said += d.toString('utf8');
      if (said.split(String.fromCharCode(FS, CR)).length > until && until > 0) socket.end();
    });
    socket.on('close', () => resolve(said));
    socket.on('error', reject);
  });
const codes = (said: string) => [...said.matchAll(/MSA\|(A[AER])\|([^|\r]*)/g)].map((m) => `${m[1]} ${m[2]}`);
const rows = async () => (await world.store.visits.page(plan, {}, undefined, 10)).rows;
const arrivals = async () => (await world.store.arrivals.page(plan, {}, undefined, 10)).rows;

describe('HL7 v2 by MLLP', () => {
  test('a message of another implementation is taken and acknowledged', async () => {
    const client = new Hl7Client({ host, port: listener.port });
    const ack = await client.sendAndWait(Hl7Message.parse(adt()));
    await client.close();
    expect(ack.getSegment('MSA')?.getComponent(1, 1)).toBe('AA');
    expect(await rows()).toMatchObject([{ visitNumber: 'V-100', phase: 'inpatient' }]);
  });

  test('several messages in one packet, and one in many, are answered in their order', async () => {
    const together = Buffer.concat([frame(bytes(adt())), frame(bytes(adt({ control: 'C-2', event: 'A08' })))]);
    expect(codes(await exchange([together], 2))).toEqual(['AA C-1', 'AA C-2']);
    const piecewise = [...frame(bytes(adt({ control: 'C-3', event: 'A08' })))].map((b) => Uint8Array.of(b));
    expect(codes(await exchange(piecewise, 1))).toEqual(['AA C-3']);
  });

  test('a message that breaks off is kept unread, and nothing comes of it', async () => {
    const whole = bytes(adt());
    await exchange([Buffer.concat([Buffer.of(VT), whole.subarray(0, whole.length - 20)])], 0);
    await listener.stop();
    expect(await rows()).toEqual([]);
    expect(await arrivals()).toMatchObject([{ state: 'rejected', channel: 'admissionNotice' }]);
  });

  test('bytes outside of a block are refused, and the connection ends', async () => {
    expect(codes(await exchange([bytes(adt())], 99))).toEqual(['AR ']);
    expect(await rows()).toEqual([]);
  });

  test('without an answer when the store fails, so that the sender sends again', async () => {
    const { keep } = world.store.visits;
    Object.assign(world.casework.visits, { keep: () => Promise.reject(new Error('the store is down')) });
    expect(await exchange([frame(bytes(adt()))], 99).catch(() => '')).toBe('');
    expect(errors).not.toEqual([]);
    Object.assign(world.casework.visits, { keep });
    expect(codes(await exchange([frame(bytes(adt()))], 1))).toEqual(['AA C-1']);
  });
});

describe('the blocks of a stream', () => {
  test('come out whole, however the bytes are cut', () => {
    const stream = Buffer.concat([frame(bytes('one')), Buffer.of(CR, 10), frame(bytes('zwei'))]);
    for (let cut = 0; cut <= stream.length; cut++) {
      const f = framer(100);
      const found = [...f.take(stream.subarray(0, cut)), ...f.take(stream.subarray(cut))];
      expect(found.map((x) => `${x.kind} ${Buffer.from(x.bytes)}`)).toEqual(['message one', 'message zwei']);
      expect(f.rest()).toBeUndefined();
    }
  });

  test('that grow over the limit break the stream, keeping what is taken of them', () => {
    const [found] = framer(10).take(Buffer.concat([Buffer.of(VT), Buffer.alloc(50, 65)]));
    expect(found?.kind).toBe('broken');
    expect(found?.bytes.length).toBe(10);
    expect(maxMessageBytes).toBeGreaterThan(1024 * 1024);
  });
});
