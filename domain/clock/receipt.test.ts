import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addElapsed, calendarDate, type Instant, instant, zoneId } from '../time/instant.ts';
import type { Calendars } from './calendar.ts';
import { type ClockHistory, emptyHistory } from './history.ts';
import { type ClockReceipt, clockReceipt, earliestHard } from './receipt.ts';
import type { TurnaroundRule } from './rule.ts';
import type { Reading } from './run.ts';

const calendars: Calendars = (id) => ({ id, name: id, fromYear: 2000, toYear: 2060, holidays: {} });

const rule: TurnaroundRule = {
  id: 'TEST',
  version: '1',
  name: 'Test: standard',
  jurisdiction: 'US-FED',
  authority: 'federal',
  linesOfBusiness: ['commercialInsured'],
  reviewTypes: ['prospective'],
  urgency: 'standard',
  clock: 'decisionAndNotice',
  actor: 'payer',
  startEvent: 'requestReceived',
  startTrigger: 'submission',
  direction: 'after',
  duration: { value: 7, unit: 'calendarDays' },
  calendar: 'US-FED',
  noticeTo: ['enrollee'],
  lapseEffect: 'adverse',
  citation: '0 CFR 0',
  confidence: 'verified',
  effectiveFrom: calendarDate('2020-01-01'),
  effectiveKey: 'received',
  enabled: true,
};
const startedAt = instant('2026-11-02T10:00-05:00');
const started = {
  clockId: 'c1',
  ruleId: 'TEST',
  ruleVersion: '1',
  startEvent: 'requestReceived',
  startedAt,
  zone: zoneId('America/New_York'),
};
const read = (
  more: Partial<TurnaroundRule> = {},
  history: Partial<ClockHistory> = {},
  now: Instant = startedAt,
  reading: Reading = 'conservative',
): ClockReceipt =>
  clockReceipt({ ...rule, ...more }, started, { ...emptyHistory, ...history }, calendars, now, reading);

const end = instant('2026-11-09T23:59:59.999-05:00');

const extensible = {
  extension: { max: { value: 14, unit: 'calendarDays' }, grounds: ['enrolleeRequest'], noticeRequired: false },
} as const;

describe('a receipt', () => {
  test('says what started it, what was counted, when it is due, and under which rule', () => {
    const r = read();
    expect(r.lines.map((l) => l.text)).toEqual([
      'requestReceived Mon 2026-11-02 10:00 (America/New_York).',
      '7 calendar days after: Mon 2026-11-09 23:59.',
    ]);
    expect([r.dueAt, r.citation, r.lapseEffect, r.hard]).toEqual([end, '0 CFR 0', 'adverse', true]);
  });

  test('gives an internal target of seven times 24 hours, and drops it once the clock has moved', () => {
    const asked = {
      informationRequests: [
        { sentAt: addElapsed(startedAt, { hours: 5 }), answeredAt: addElapsed(startedAt, { hours: 50 }) },
      ],
    };
    expect(read().internalDueAt).toBe(instant('2026-11-09T10:00-05:00'));
    expect(read({ missingInformation: { action: 'toll' } }, asked).internalDueAt).toBeUndefined();
    expect(read({ duration: { value: 72, unit: 'hours' } }).internalDueAt).toBeUndefined();
  });

  test('names each day that is not counted', () => {
    const r = read({ duration: { value: 5, unit: 'businessDays' } });
    expect(r.lines.filter((l) => l.kind === 'skippedDay').map((l) => l.text)).toEqual([
      '2026-11-07 is not counted: weekend.',
      '2026-11-08 is not counted: weekend.',
    ]);
  });

  test('refuses the rule of another clock', () => {
    expect(() => read({ version: '2' })).toThrow('started by rule TEST version 1, not by TEST version 2');
  });
});

describe('the state of a clock', () => {
  test.each([
    ['running', {}, startedAt],
    ['running at its last moment', {}, end],
    ['missed a millisecond later', {}, instant('2026-11-10T00:00-05:00')],
    ['met at its last moment, whatever the time now', { stoppedAt: end }, instant('2027-01-01T00:00Z')],
    [
      'missed when the decision came late',
      { stoppedAt: instant('2026-11-10T00:00-05:00') },
      instant('2027-01-01T00:00Z'),
    ],
  ])('%s', (state, history, now) => {
    expect(read({}, history, now).state).toBe(state.split(' ')[0]);
  });

  test('a decision is written as the last line', () => {
    const r = read({}, { stoppedAt: end, stoppedBy: 'Item 1 decided' });
    expect(r.lines.at(-1)?.text).toBe('Item 1 decided Mon 2026-11-09 23:59, in time.');
    expect(r.metAt).toBe(end);
  });

  test('a request for information does not stop a clock whose rule is silent about it', () => {
    const sentAt = instant('2026-11-03T10:00-05:00');
    const r = read({}, { informationRequests: [{ sentAt }] }, instant('2026-11-04T10:00-05:00'));
    expect([r.state, r.dueAt, r.lines.at(-1)?.counts]).toEqual(['running', end, false]);
  });

  test('a tolled clock stands still from the question to the answer, and no longer', () => {
    const sentAt = instant('2026-11-03T10:00-05:00');
    const toll = { missingInformation: { action: 'toll', supplyPeriod: { value: 45, unit: 'calendarDays' } } } as const;
    const open = { informationRequests: [{ sentAt }] };
    const answered = { informationRequests: [{ sentAt, answeredAt: instant('2026-11-05T10:00-05:00') }] };
    const now = instant('2026-11-06T10:00-05:00');
    expect([read(toll, open, now).state, read(toll, answered, now).state]).toEqual(['tolled', 'running']);
    expect(read(toll, answered, now).dueAt).toBe(instant('2026-11-11T23:59:59.999-05:00'));
  });

  test('a question sent after the due moment does not bring a missed clock back', () => {
    const sentAt = instant('2026-11-10T10:00-05:00');
    const late = { informationRequests: [{ sentAt, answeredAt: instant('2026-11-10T12:00-05:00') }] };
    const r = read({ missingInformation: { action: 'restart' } }, late, instant('2026-11-11T10:00-05:00'));
    expect([r.state, r.dueAt]).toEqual(['missed', end]);
  });

  test('a second question does not stop a tolled clock again', () => {
    const ask = (from: string, to: string) => ({ sentAt: instant(from), answeredAt: instant(to) });
    const history = {
      informationRequests: [
        ask('2026-11-03T10:00-05:00', '2026-11-05T10:00-05:00'),
        ask('2026-11-06T10:00-05:00', '2026-11-10T10:00-05:00'),
      ],
    };
    const r = read({ missingInformation: { action: 'toll' } }, history);
    expect(r.dueAt).toBe(instant('2026-11-11T23:59:59.999-05:00'));
    expect(r.lines.at(-1)?.text).toContain('an earlier request has stopped this clock once');
  });

  test('a quick answer does not take back an extension', () => {
    const missingInformation = { action: 'toll', decideAfter: { value: 7, unit: 'calendarDays' } } as const;
    const extensions = [{ takenAt: instant('2026-11-03T09:00-05:00'), ground: 'enrolleeRequest' }];
    const informationRequests = [
      { sentAt: instant('2026-11-03T10:00-05:00'), answeredAt: instant('2026-11-04T10:00-05:00') },
    ];
    expect(read({ ...extensible, missingInformation }, { extensions, informationRequests }).dueAt).toBe(
      instant('2026-11-23T23:59:59.999-05:00'),
    );
  });

  test('a question with no day for the answer leaves the due moment where it was until the answer comes', () => {
    const sentAt = instant('2026-11-03T10:00-05:00');
    const m = { missingInformation: { action: 'startsOnNecessaryInformation' } } as const;
    expect(read(m, { informationRequests: [{ sentAt }] }).dueAt).toBe(end);
    expect(read(m, { informationRequests: [{ sentAt, answeredAt: instant('2026-12-01T10:00-05:00') }] }).dueAt).toBe(
      instant('2026-12-08T23:59:59.999-05:00'),
    );
  });

  test('an answer later than the day given for it counts as if it came on that day', () => {
    const asked = {
      sentAt: instant('2026-11-03T10:00-05:00'),
      supplyDueAt: instant('2026-11-05T10:00-05:00'),
      answeredAt: instant('2026-11-20T10:00-05:00'),
    };
    expect(read({ missingInformation: { action: 'restart' } }, { informationRequests: [asked] }).dueAt).toBe(
      instant('2026-11-12T23:59:59.999-05:00'),
    );
  });
});

describe('an extension', () => {
  const takenAt = instant('2026-11-04T10:00-05:00');
  const taken = { takenAt, ground: 'enrolleeRequest' };

  test('is granted once', () => {
    const r = read(extensible, { extensions: [taken, { ...taken, takenAt: addElapsed(takenAt, { hours: 1 }) }] });
    expect(r.dueAt).toBe(instant('2026-11-23T23:59:59.999-05:00'));
    expect(r.lines.at(-1)?.text).toBe('Extension without effect: it has been extended once.');
  });

  test('may be shorter than the rule allows, never longer', () => {
    const by = (value: number): Instant =>
      read(extensible, { extensions: [{ ...taken, by: { value, unit: 'calendarDays' } }] }).dueAt;
    expect([by(3), by(30)]).toEqual([
      instant('2026-11-12T23:59:59.999-05:00'),
      instant('2026-11-23T23:59:59.999-05:00'),
    ]);
  });

  test('cannot be taken after the due moment', () => {
    expect(read(extensible, { extensions: [{ ...taken, takenAt: instant('2026-11-10T10:00-05:00') }] }).dueAt).toBe(
      end,
    );
  });
});

describe('the earliest hard deadline', () => {
  const of = (value: number, more: Partial<TurnaroundRule> = {}, history: Partial<ClockHistory> = {}): ClockReceipt =>
    read({ duration: { value, unit: 'calendarDays' }, ...more }, history);

  test('passes over internal targets and clocks that have stopped', () => {
    const seven = of(7);
    const found = earliestHard([of(14), of(1, { authority: 'internal' }), of(2, {}, { stoppedAt: startedAt }), seven]);
    expect(found).toEqual(seven);
  });

  test('there is none when nothing hard is open', () => {
    expect(earliestHard([of(1, { authority: 'pledge' })])).toBeUndefined();
  });
});

describe('for every history', () => {
  const hours = fc.integer({ min: 0, max: 24 * 80 });
  const at = (h: number): Instant => addElapsed(startedAt, { hours: h });
  const anyHistory: fc.Arbitrary<ClockHistory> = fc.record({
    extensions: fc.array(
      hours.map((h) => ({ takenAt: at(h), ground: 'enrolleeRequest' })),
      { maxLength: 2 },
    ),
    informationRequests: fc.array(
      fc
        .tuple(hours, fc.option(hours, { nil: undefined }), fc.option(hours, { nil: undefined }))
        .map(([h, answer, supply]) => ({
          sentAt: at(h),
          ...(answer === undefined ? {} : { answeredAt: at(h + answer) }),
          ...(supply === undefined ? {} : { supplyDueAt: at(h + supply) }),
        })),
      { maxLength: 3 },
    ),
  });
  const anyAction = fc.constantFrom<NonNullable<TurnaroundRule['missingInformation']>>(
    { action: 'noToll' },
    { action: 'toll' },
    { action: 'toll', extends: true, decideAfter: { value: 15, unit: 'calendarDays' } },
    { action: 'restart' },
    { action: 'startsOnNecessaryInformation' },
  );
  const anyDuration = fc.constantFrom<TurnaroundRule['duration']>(
    { value: 72, unit: 'hours' },
    { value: 7, unit: 'calendarDays' },
    { value: 15, unit: 'calendarDays' },
  );

  test('neither a request for information nor an extension makes a clock end earlier', () => {
    fc.assert(
      fc.property(anyDuration, anyAction, anyHistory, (duration, missingInformation, history) => {
        const with_ = { ...extensible, duration, missingInformation };
        return read(with_, history).dueAt >= read(with_).dueAt;
      }),
      { numRuns: 300 },
    );
  });

  test('the conservative reading is never later than the literal one', () => {
    fc.assert(
      fc.property(anyDuration, anyAction, anyHistory, (duration, missingInformation, history) => {
        const one = { ...history, informationRequests: history.informationRequests.slice(0, 1), extensions: [] };
        const with_ = { ...extensible, duration, missingInformation };
        return read(with_, one).dueAt <= read(with_, one, startedAt, 'literal').dueAt;
      }),
      { numRuns: 300 },
    );
  });

  test('the last line carries the due moment of the receipt', () => {
    fc.assert(
      fc.property(anyAction, anyHistory, (missingInformation, history) => {
        const r = read({ ...extensible, missingInformation }, history);
        return r.lines.at(-1)?.dueAt === r.dueAt;
      }),
      { numRuns: 100 },
    );
  });
});
