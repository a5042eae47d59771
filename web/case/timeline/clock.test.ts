import type { ZoneId } from '@openum/domain/time/instant.ts';
import { clock } from './clock.ts';
import { at, readsAs } from './readsAs.ts';

const started = {
  clockId: 'c1',
  ruleId: 'ma-expedited',
  ruleVersion: '1',
  startEvent: 'requestReceived',
  startedAt: at('2026-11-20T15:00:00.000Z'),
  zone: 'America/New_York' as ZoneId,
};

readsAs(clock, {
  ClocksStarted: [
    { because: 'urgencyChanged', clocks: [started, started] },
    'Started 2 clocks because the urgency changed: ma-expedited, ma-expedited.',
  ],
  ClockExtended: [
    {
      clockId: 'c1',
      ruleId: 'MA-PRE-STD-PA',
      ground: 'enrolleeRequest',
      reason: 'The member wants to send a sleep study.',
      dueBefore: at('2026-11-27T23:59:59.999Z'),
      dueAfter: at('2026-12-11T23:59:59.999Z'),
    },
    'Extended MA-PRE-STD-PA from 2026-11-27 to 2026-12-11 (the member asked for it): The member wants to send a sleep study.',
  ],
  DeadlineMissed: [
    {
      clockId: 'c1',
      ruleId: 'US-IL-STD',
      citation: '215 ILCS 200',
      lapseEffect: 'approved',
      dueAt: at('2026-11-20T05:59:59.999Z'),
      notedAt: at('2026-11-20T06:00:30.000Z'),
      lateBySeconds: 30,
      itemSequences: [1],
    },
    'US-IL-STD was missed: due 2026-11-20, 1 line not decided. By its rule the request is deemed approved.',
  ],
});
