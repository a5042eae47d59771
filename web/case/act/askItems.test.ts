import type { CaseItem } from '@openum/domain/case/state.ts';
import type { Evaluation, LeafFinding } from '@openum/domain/criteria/evaluation.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';
import { describe, expect, test } from 'vitest';
import { askItems } from './askItems.ts';

const leaf = (path: string, truth: Truth, explanation: string): LeafFinding => ({
  path,
  label: `Label of ${path}`,
  truth,
  factIds: [],
  explanation,
});
const evaluation = (leaves: readonly LeafFinding[], wouldChange: readonly string[], itemSequence = 1) =>
  ({ itemSequence, leaves, wouldChange }) as Evaluation;
const item = (sequence: number, part: Partial<CaseItem> = {}) => ({ sequence, cancelled: false, ...part }) as CaseItem;

describe('what to ask the provider for', () => {
  const gas = leaf('gas', 'unknown', 'Not documented. Please document: a blood gas; needed: at most 55 mmHg.');
  const age = leaf('age', 'notMet', 'found 17');
  const dx = leaf('dx', 'unknown', 'Found two values, which contradict each other');

  test('is what is unknown and could turn the answer, in words for the provider', () => {
    expect(askItems([evaluation([gas, age, dx], ['gas', 'age'])], [item(1)])).toEqual([
      { text: 'Please document: a blood gas; needed: at most 55 mmHg.', itemSequence: 1, leafPath: 'gas' },
    ]);
  });

  test('names the question when the explanation is no request', () => {
    expect(askItems([evaluation([dx], ['dx'])], [item(1)])[0]?.text).toBe(
      'Label of dx: Found two values, which contradict each other',
    );
  });

  test('is asked once for two items, and not for an item that is decided', () => {
    const both = [evaluation([gas], ['gas']), evaluation([gas], ['gas'], 2)];
    expect(askItems(both, [item(1), item(2)])).toHaveLength(1);
    expect(askItems(both, [item(1, { cancelled: true }), item(2)]).map((a) => a.itemSequence)).toEqual([2]);
  });

  test('puts missing documents first, and leaves out what such a document will tell', () => {
    const reads = { ...gas, reads: { fact: 'lab.pao2' } };
    const piece = {
      pieceId: 'bloodGas',
      label: 'Blood gas',
      ask: 'Send the blood gas.',
      kinds: ['labReport' as const],
      facts: ['lab.pao2'],
      itemSequence: 1,
      checklistId: 'x',
      checklistVersion: '1',
      citation: 'test',
      documentIds: [],
      knownBy: [],
    };
    const asked = (state: 'missing' | 'unknown') =>
      askItems([evaluation([reads, dx], ['gas', 'dx'])], [item(1)], [{ ...piece, state }]).map((a) => a.text);
    expect(asked('missing')).toEqual([
      'Send the blood gas.',
      'Label of dx: Found two values, which contradict each other',
    ]);
    expect(asked('unknown')[0]).toContain('Please document: a blood gas');
  });
});
