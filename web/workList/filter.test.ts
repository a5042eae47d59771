import type { ZoneId } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import { dueBuckets, dueRange } from './due.ts';
import {
  countsAll,
  countsQuery,
  filterOf,
  isNarrowed,
  listQuery,
  noFilter,
  searchOf,
  type WorkFilter,
} from './filter.ts';

const newYork = 'America/New_York' as ZoneId;
/** 10 in the morning in New York. */
const now = Date.parse('2026-11-22T15:00:00.000Z');

const full: WorkFilter = {
  tab: 'unassigned',
  due: 'within4Hours',
  lines: ['medicareAdvantage', 'chip'],
  stages: ['retrospective'],
  urgency: 'expedited',
  statuses: ['received', 'clinicalReview'],
  text: 'Okafor',
};

describe('the filter and the address bar', () => {
  test('every filter survives being written to the address and read again', () => {
    expect(filterOf(searchOf(full))).toEqual(full);
    expect(filterOf(searchOf(noFilter))).toEqual(noFilter);
  });

  test('no filter leaves the address clean', () => {
    expect(searchOf(noFilter)).toEqual({});
  });

  test('words that mean nothing are left out', () => {
    const read = filterOf({
      tab: 'everything',
      due: 'soonish',
      line: 'chip,nonsense',
      urgency: 'very',
      status: 7,
      text: 3,
    });
    expect(read).toEqual({ ...noFilter, lines: ['chip'] });
  });

  test('a tab by itself narrows nothing, each other filter does', () => {
    expect(isNarrowed({ ...noFilter, tab: 'all' })).toBe(false);
    for (const one of [
      { due: 'overdue' },
      { lines: ['chip'] },
      { urgency: 'standard' },
      { statuses: ['received'] },
      { text: 'a' },
    ]) {
      expect(isNarrowed({ ...noFilter, ...one } as WorkFilter)).toBe(true);
    }
  });
});

test('closed cases have nothing due, so a list with them has no total', () => {
  expect(countsAll(full)).toBe(true);
  expect(countsAll({ ...full, statuses: ['received', 'determined'] })).toBe(false);
});

describe('the filter and the API', () => {
  test('the list is asked for with the moments of its due bucket', () => {
    expect(listQuery(full, now, newYork)).toEqual({
      assignee: 'none',
      lineOfBusiness: ['medicareAdvantage', 'chip'],
      reviewType: ['retrospective'],
      urgency: 'expedited',
      status: ['received', 'clinicalReview'],
      text: 'Okafor',
      dueFrom: '2026-11-22T15:00:00.000Z',
      dueBefore: '2026-11-22T19:00:00.000Z',
    });
  });

  test('the counts are asked for without the due bucket, since they count all of them', () => {
    const query = countsQuery(full);
    expect('dueFrom' in query || 'dueBefore' in query).toBe(false);
  });

  test('closed work is on no list of work, unless its status is asked for', () => {
    for (const tab of ['mine', 'unassigned', 'all'] as const) {
      expect(countsQuery({ ...noFilter, tab }).status).toEqual([
        'received',
        'clinicalReview',
        'awaitingInformation',
        'physicianReview',
      ]);
      expect(countsQuery({ ...noFilter, tab, statuses: ['determined'] }).status).toEqual(['determined']);
    }
    expect(countsQuery({ ...noFilter, tab: 'clinical' })).toMatchObject({ queue: 'clinical' });
  });

  test('a page that is one list ignores the tab', () => {
    expect(listQuery({ ...noFilter, tab: 'mine' }, now, newYork, { queue: 'physician' })).toMatchObject({
      queue: 'physician',
    });
    expect(listQuery({ ...noFilter, tab: 'mine' }, now, newYork, { queue: 'physician' })).not.toHaveProperty(
      'assignee',
    );
  });
});

describe('due buckets', () => {
  test('they follow each other without gap or overlap, at any hour of the day', () => {
    for (let hour = 0; hour < 24; hour++) {
      const ranges = dueBuckets.map((b) => dueRange(b, now + hour * 3_600_000, newYork));
      expect(ranges[0]?.from).toBeUndefined();
      expect(ranges.at(-1)?.before).toBeUndefined();
      for (let i = 1; i < ranges.length; i++) expect(ranges[i]?.from).toBe(ranges[i - 1]?.before);
    }
  });

  test('today ends at local midnight', () => {
    expect(dueRange('today', now, newYork).before).toBe('2026-11-23T05:00:00.000Z');
  });

  test('late in the evening nothing is left for today beyond the next 4 hours', () => {
    const late = Date.parse('2026-11-23T03:00:00.000Z');
    const { from, before } = dueRange('today', late, newYork);
    expect(from).toBe(before);
  });
});
