import type { CaseEventType } from '@openum/domain/case/event.ts';
import { expect, test } from 'vitest';
import { actorLabel, subjects } from './sentence.ts';

test('each event stands under one filter of the timeline', () => {
  const types: CaseEventType[] = Object.values(subjects).flatMap((s) => Object.keys(s.sentences) as CaseEventType[]);
  expect(types.filter((t, i) => types.indexOf(t) !== i)).toEqual([]);
});

test('what OpenUM did by itself is signed by OpenUM, never by a person', () => {
  expect(actorLabel({ kind: 'system', component: 'clock' })).toBe('OpenUM (clock)');
  expect(actorLabel({ kind: 'guest', name: 'Dr. Amara Osei', npi: '1770000056', requestId: 'r' })).toBe(
    'Dr. Amara Osei, by a link',
  );
  expect(actorLabel({ kind: 'person', userId: 'u', name: 'Ana Ruiz', roles: [] })).toBe('Ana Ruiz');
});
