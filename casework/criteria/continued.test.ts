import { fixedEnvironment } from '@openum/testkit/case/environment.ts';
import { aRequest, oxygenItem, receivedAt } from '@openum/testkit/case/request.ts';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../knowledge/load.ts';
import { readCriteria } from './read.ts';

const knowledge = loadKnowledge();
const cpap = knowledge.criteriaSets.find((s) => s.id === 'medicare-cpap')!;
const service = cpap.appliesTo.services[0]!;

const treeRead = (item: Partial<ReturnType<typeof oxygenItem>>): string | undefined => {
  const line = { ...oxygenItem(), ...item };
  const { items } = readCriteria(aRequest(), [line], [], receivedAt, knowledge, fixedEnvironment());
  return items[0]?.evaluation?.tree;
};

test('a line that was asked for on top of others is read by the tree for continued care', () => {
  expect(treeRead({ service })).toBe('initial');
  expect(treeRead({ service, reviewType: 'concurrent' })).toBe('continuedStay');
});

test('where a set asks nothing of its own for continued care, its first tree is read', () => {
  expect(treeRead({ reviewType: 'concurrent' })).toBe('initial');
});
