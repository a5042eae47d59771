import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestDatabase, testDatabase } from '@openum/testkit/postgres/testDatabase.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runOnce } from './command.ts';
import type { Config } from './config.ts';
import { firstStart } from './firstStart.ts';
import { isUnfinished, markUnfinished, readSignIns } from './installation.ts';
import { wire } from './wiring.ts';

let db: TestDatabase;
let owner: pg.Client;
let config: Config;
let dataDir: string;

beforeAll(async () => {
  db = await testDatabase();
  owner = new pg.Client({ connectionString: db.url });
  await owner.connect();
  dataDir = mkdtempSync(path.join(tmpdir(), 'openum-command-'));
  config = { port: 0, host: '127.0.0.1', dataDir, databaseUrl: db.url, demo: true, logLevel: 'silent' };
});
afterAll(async () => {
  await owner.end();
  rmSync(dataDir, { recursive: true, force: true });
  await db.drop();
});

const run = async (name: keyof typeof runOnce): Promise<{ code: number; said: string[] }> => {
  const said: string[] = [];
  const code = await runOnce[name](
    config,
    (line) => said.push(line),
    async () => undefined,
  );
  return { code, said };
};

/** As somebody with every right to the database, and the will to get around its triggers and row-level security. */
const tamper = async (table: string, statement: string): Promise<void> => {
  await owner.query('begin');
  await owner.query(`alter table ${table} disable trigger user`);
  await owner.query(`alter table ${table} no force row level security`);
  const { rowCount } = await owner.query(statement);
  await owner.query(`alter table ${table} force row level security`);
  await owner.query(`alter table ${table} enable trigger user`);
  await owner.query('commit');
  expect(rowCount).toBe(1);
};

describe('an installation from its first start on', () => {
  test('is filled once: two organizations, one person for each role, requests in every state', async () => {
    const first = await run('seed');
    expect(first).toMatchObject({
      code: 0,
      said: [expect.stringMatching(/^Filled\. Sign in with \S+@\S+ open-[0-9a-f]{10}$/)],
    });
    const { store, casework } = wire(db.url, 'openum-test');
    try {
      const tenants = await casework.identity.tenants();
      expect(tenants.map((t) => t.kind)).toEqual(['plan', 'practice', 'practice', 'practice']);
      const { rows } = await casework.workList.page(tenants[0]!, {}, undefined, 200);
      expect(rows.length).toBeGreaterThanOrEqual(20);
      const statuses = new Set(rows.map((r) => r.status));
      for (const status of [
        'received',
        'clinicalReview',
        'physicianReview',
        'awaitingInformation',
        'determined',
        'withdrawn',
      ])
        expect(statuses).toContain(status);

      // The denial of the demonstration is the act of a physician who opened what was sent, and both letters are there.
      const denied = rows.find((r) => r.senderReference === 'demo-bariatric-low-1')!;
      const events = await casework.cases.events(tenants[0]!, denied.caseId);
      expect(events.find((e) => e.type === 'ItemDetermined')).toMatchObject({
        data: { outcome: 'denied', by: { qualification: { profession: 'physician' } } },
      });
      const issued = events.filter((e) => e.type === 'NoticeIssued');
      expect(issued.map((e) => e.data.audience).toSorted()).toEqual(['member', 'provider']);
      for (const e of issued) {
        const notice = await casework.cases.notice(tenants[0]!, denied.caseId, e.data.noticeId);
        expect(new TextDecoder().decode(notice!.pdf.slice(0, 5))).toBe('%PDF-');
      }
      expect(await firstStart({ store, casework }, config, () => expect.unreachable())).toBeUndefined();
    } finally {
      await store.close();
    }
    expect(readSignIns(dataDir)?.users.length).toBeGreaterThan(10);
    expect(isUnfinished(dataDir)).toBe(false);
  });

  test('does not take a database that an interrupted first start half filled for a filled one', async () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'openum-interrupted-'));
    markUnfinished(elsewhere);
    await expect(
      runOnce.verify(
        { ...config, dataDir: elsewhere },
        () => {},
        async () => {},
      ),
    ).rejects.toThrow('the first start was interrupted');
    rmSync(elsewhere, { recursive: true });
  });

  test('is left alone by a second start', async () => {
    const count = async (): Promise<string> => {
      await owner.query('begin');
      for (const table of ['case_event', 'app_user'])
        await owner.query(`alter table ${table} no force row level security`);
      const { rows } = await owner.query(
        `select (select count(*) from case_event) as events, (select count(*) from app_user) as people`,
      );
      await owner.query('rollback');
      return JSON.stringify(rows);
    };
    const before = await count();
    expect(await run('seed')).toEqual({ code: 0, said: ['There is data already; nothing was changed.'] });
    expect(await run('migrate')).toEqual({ code: 0, said: ['The database has the newest schema.'] });
    expect(await count()).toEqual(before);
  });

  test('holds together: chains, files and read models agree', async () => {
    const { code, said } = await run('verify');
    expect(said.at(-1)).toMatch(/^[2-9]\d cases checked, [1-9]\d* episodes checked, 0 differences\.$/);
    expect(code).toBe(0);
  });
});

describe('somebody who owns the database', () => {
  /** Each change undoes itself when it is done a second time. */
  test.each([
    [
      'rewrites an event',
      'case_event',
      `update case_event set data = jsonb_set(data, '{text}', to_jsonb(reverse(data ->> 'text'))) where type = 'NoteAdded'`,
      /^case \S+, event \d+: .* is not what was written$/,
    ],
    [
      'changes the work list behind the log',
      'case_row',
      `update case_row set urgency = case urgency when 'standard' then 'expedited' else 'standard' end
        where case_id = (select min(case_id) from case_row)`,
      /^case \S+, read model, case: it is not what the log gives$/,
    ],
    [
      'changes a file',
      'document',
      `update document set bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 1)
        where document_id = (select min(document_id) from document)`,
      /^case \S+, document \S+: its bytes have changed$/,
    ],
  ])('and %s is found out: verify names the place and exits with 1', async (_, table, change, place) => {
    await tamper(table, change);
    const { code, said } = await run('verify');
    expect(said[0]).toMatch(place);
    expect(said.at(-1)).toMatch(/, 1 differences\.$/);
    expect(code).toBe(1);
    await tamper(table, change);
    expect((await run('verify')).code).toBe(0);
  });

  test('and changes how a day is covered is found out by matching the ledger again', async () => {
    const change = `update service_page set states[1] = (states[1] + 1) % 2
      where (episode_id, code) = (select episode_id, code from service_page order by episode_id, code limit 1)`;
    expect((await run('ledger')).code).toBe(0);
    await tamper('service_page', change);
    const { code, said } = await run('ledger');
    expect(said[0]).toMatch(/^episode \S+: a day is stored otherwise than its authorizations cover it$/);
    expect(said).toContainEqual(
      expect.stringMatching(/: [1-9]\d* services matched again, \d+ covered, 1 episodes differ\.$/),
    );
    expect(code).toBe(1);
    await tamper('service_page', change);
    expect((await run('ledger')).code).toBe(0);
  });
});
