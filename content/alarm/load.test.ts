import type { AlarmPolicy } from '@openum/domain/alarm/alarm.ts';
import { describe, expect, test } from 'vitest';
import { loadAlarmPolicy, readAlarmPolicy } from './load.ts';

const policy = loadAlarmPolicy();

describe('an alarm plan', () => {
  const broken = (change: Partial<AlarmPolicy> | object) => () =>
    readAlarmPolicy({ provenance: 'x', ...policy, ...change });

  test('with a step that has no mark, two marks or an id used twice is refused, by its field', () => {
    expect(broken({ steps: [{ id: 'a', audience: ['owner'] }] })).toThrow(/steps\.0.*share or hoursBefore/);
    expect(broken({ steps: [{ id: 'a', share: 0.5, hoursBefore: 1, audience: ['owner'] }] })).toThrow(/steps\.0/);
    const half = { id: 'a', share: 0.5, audience: ['owner'] };
    expect(broken({ steps: [half, half] })).toThrow(/occurs twice/);
    expect(broken({ steps: [{ ...half, share: 1.5 }] })).toThrow(/steps\.0\.share/);
  });
});
