import { roles } from '@openum/domain/actor/actor.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { caseFacts } from '@openum/domain/flow/caseFacts.ts';
import { flowFor } from '@openum/domain/flow/plan.ts';
import { type Condition, childrenOf, isLeaf } from '@openum/domain/logic/condition.ts';
import { aRequest } from '@openum/testkit/case/request.ts';
import { caseOf, received } from '@openum/testkit/case/story.ts';
import { expect, test } from 'vitest';
import { loadFlows } from './load.ts';

const flows = loadFlows();
const factsRead = (c: Condition): readonly string[] => (isLeaf(c) ? [c.fact] : childrenOf(c).flatMap(factsRead));
const known = new Set(caseFacts(caseOf(received())).map((f) => f.key));

test.each(flows)('flow $id reads only facts that a case has, and names roles that exist', (flow) => {
  for (const step of flow.steps) {
    for (const fact of factsRead(step.when)) expect(known).toContain(fact);
    expect(roles).toContain(step.role);
    expect(step.dueAtShare ?? 1).toBeGreaterThan(0);
    expect(step.dueAtShare ?? 1).toBeLessThanOrEqual(1);
  }
  expect(new Set(flow.steps.map((s) => s.id)).size).toBe(flow.steps.length);
});

test.each(linesOfBusiness)('a request of %s has a flow for every kind of review', (lineOfBusiness) => {
  for (const reviewType of ['prospective', 'concurrent', 'retrospective'] as const) {
    const request = aRequest({ reviewType, coverage: { ...aRequest().coverage, lineOfBusiness } });
    expect(flowFor(flows, caseOf(received(request)))).toBeDefined();
  }
});
