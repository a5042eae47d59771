import { boardSorts } from '@openum/domain/episode/board.ts';
import { noEpisode } from '@openum/domain/episode/state.ts';
import { addDays } from '@openum/domain/time/instant.ts';
import { caseworkOf } from '@openum/testkit/case/plan.ts';
import { episodeAppend } from '@openum/testkit/contract/episodeContract.ts';
import { memoryStore } from '@openum/testkit/memory/store.ts';
import { acted, authorization, coverage, opened, staff, today } from '@openum/testkit/practice/episode.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PracticeActing } from '../acting.ts';
import { readTaskPage } from '../task/read.ts';
import { type BoardAsked, readPracticeBoard } from './board.ts';

/** More than the board once could hold; each is authorized for a different number of days. */
const many = 620;
const practice = {
  tenantId: 'practice',
  name: 'Practice',
  kind: 'practice',
  zone: 'America/New_York',
  accreditations: [],
};
let me: PracticeActing;

beforeAll(async () => {
  const store = memoryStore();
  const casework = caseworkOf(store);
  for (let i = 0; i < many; i++) {
    const name = `Family${String((i * 37) % many).padStart(4, '0')}`;
    const story = acted(
      { events: [], state: noEpisode },
      {
        ...opened,
        episodeNumber: `EP-${i}`,
        patient: { ...(opened as never as { patient: object }).patient, family: name },
      } as never,
      { type: 'SetCoverage', ...coverage() },
      { type: 'RecordAuthorization', authorization: authorization({ to: addDays(today, (i % 40) - 20) }) },
    );
    await store.episodes.append(practice, episodeAppend(`e${i}`, story));
  }
  me = {
    casework,
    practice: practice as never,
    scope: practice,
    actor: staff(),
    now: '2026-11-24T17:00:00.000Z' as never,
    today,
  };
});

const board = (asked: BoardAsked = {}) => readPracticeBoard(me, { presence: 'present' }, asked);

describe('a board of more than five hundred', () => {
  test('shows everybody once, page after page, and counts all of them on each', async () => {
    const seen = new Set<string>();
    for (let page = 1; page <= Math.ceil(many / 50); page++) {
      const reading = await board({ page });
      expect([reading.total, reading.more]).toEqual([many, false]);
      for (const l of reading.lines) seen.add(l.episodeId);
    }
    expect(seen.size).toBe(many);
    expect((await board({ page: 99 })).lines).toEqual([]);
  });

  test('keeps one order over all pages, whichever is asked for', async () => {
    for (const sort of boardSorts) {
      const whole = (await board({ sort, size: many })).lines.map((l) => l.episodeId);
      const second = (await board({ sort, page: 2, size: 100 })).lines.map((l) => l.episodeId);
      expect(second).toEqual(whole.slice(100, 200));
    }
    const names = (await board({ sort: 'patient', descending: true, size: 3 })).lines.map((l) => l.patientName);
    expect(names).toEqual(['Family0619, Maeve', 'Family0618, Maeve', 'Family0617, Maeve']);
  });

  test('narrows to what is due and still counts every bucket', async () => {
    const all = await board();
    const today = await board({ due: 'today' });
    expect(today.total).toBe(all.due.today);
    expect(today.lines.every((l) => l.due === 'today')).toBe(true);
    expect(today.due).toEqual(all.due);
    expect(Object.values(all.due).reduce((a, b) => a + b)).toBe(many);
  });
});

describe('tasks of more than five hundred', () => {
  test('come page after page, each once, due first', async () => {
    const first = await readTaskPage(me, { page: 1, size: 400 });
    const keys: string[] = [];
    for (let page = 1; keys.length < first.total; page++) {
      const { tasks } = await readTaskPage(me, { page, size: 400 });
      expect(tasks.length).toBeGreaterThan(0);
      keys.push(...tasks.map((t) => `${t.episodeId} ${t.key}`));
    }
    expect(new Set(keys).size).toBe(first.total);
    expect(first.total).toBeGreaterThan(many);
  });

  test('of a day are those that end with it', async () => {
    const on = addDays(today, 3);
    const { tasks, total } = await readTaskPage(me, { from: on, to: on, page: 1, size: 400 });
    expect(total).toBeGreaterThan(0);
    for (const t of tasks) {
      expect(t.dueAt && t.dueAt > `${on}T05:00:00.000Z`).toBe(true);
      expect(t.dueAt && t.dueAt <= `${addDays(on, 1)}T05:00:00.000Z`).toBe(true);
    }
  });

  test('of one area are of no other', async () => {
    const { tasks } = await readTaskPage(me, { area: 'desk', page: 1, size: 50 });
    expect(new Set(tasks.map((t) => t.area))).toEqual(new Set(['desk']));
  });
});
