import { describe, expect, test } from 'vitest';
import type { RecordedEvent } from '../case/event.ts';
import type { Truth } from '../logic/truth.ts';
import { changesAfter, placesToCountFrom, pointOf } from './changed.ts';

const evaluation = (truths: Readonly<Record<string, Truth>>) => ({
  evaluationId: String(Math.max(...Object.keys(truths).map((k) => k.length))),
  itemSequence: 1,
  tree: 'initial',
  criteria: { setId: 'homeOxygen', name: 'Home oxygen', version: '1', citation: 'x' },
  leaves: Object.entries(truths).map(([path, truth]) => ({ path, truth, label: path, factIds: [], explanation: '' })),
});
const event = (sequence: number, hour: number, userId: string | undefined, type: string, data: unknown) =>
  ({
    sequence,
    type,
    data,
    actor: userId ? { kind: 'person', userId, name: userId, roles: [] } : { kind: 'system', name: 'rules' },
    occurredAt: `2026-11-20T${hour}:00:00Z`,
    recordedAt: `2026-11-20T${hour}:00:00Z`,
  }) as unknown as RecordedEvent & { readonly sequence: number };

const log = [
  event(1, 10, undefined, 'RequestReceived', {}),
  event(2, 10, undefined, 'DocumentAttached', { documentId: 'order' }),
  event(3, 10, undefined, 'CriteriaEvaluated', { evaluations: [evaluation({ gas: 'unknown', age: 'met' })] }),
  event(4, 11, 'nurse', 'Assigned', {}),
  event(5, 12, 'clerk', 'DocumentAttached', { documentId: 'labs' }),
  event(6, 12, 'clerk', 'InformationReceived', { requestId: 'r', summary: '', documentIds: ['labs'] }),
  event(7, 13, 'nurse', 'FactsRecorded', { facts: [{ id: 'pao2' }] }),
  event(8, 13, undefined, 'CriteriaEvaluated', {
    evaluations: [evaluation({ gas: 'met', age: 'met', dose: 'unknown' })],
  }),
];
const gas = pointOf({ itemSequence: 1, criteria: { setId: 'homeOxygen' } as never, tree: 'initial' }, 'gas');

describe('what a case has got', () => {
  test('since its request: the records, the facts, and the points with another answer, each with its earlier one', () => {
    expect(changesAfter(log, 3)).toEqual({
      documents: new Set(['labs']),
      facts: new Set(['pao2']),
      leaves: new Map([[gas, 'unknown']]),
    });
  });
  test('since its end is nothing', () => {
    expect(changesAfter(log, 8)).toEqual({ documents: new Set(), facts: new Set(), leaves: new Map() });
  });
  test('a point that went back to its earlier answer has not changed', () => {
    const back = event(9, 14, undefined, 'CriteriaEvaluated', { evaluations: [evaluation({ gas: 'unknown' })] });
    expect(changesAfter([...log, back], 3).leaves).toEqual(new Map());
  });
});

describe('changes are counted', () => {
  test('from the end of what came with the request, from before the last records, from the own last act', () => {
    const places = placesToCountFrom(log, 'nurse');
    expect(places.request?.sequence).toBe(3);
    expect(places.records).toEqual({ sequence: 4, at: '2026-11-20T12:00:00Z' });
    expect(places.mine?.sequence).toBe(7);
  });
  test('from no records when none came after the request, and from no act of somebody who did nothing', () => {
    const places = placesToCountFrom(log.slice(0, 4), 'physician');
    expect(places.records).toBeUndefined();
    expect(places.mine).toBeUndefined();
  });
});
