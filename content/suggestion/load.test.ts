import { agents } from '@openum/domain/suggestion/agent.ts';
import { expect, test } from 'vitest';
import { agentInstructions, readAgentInstructions } from './load.ts';

test('every agent has its instructions, and each says that it may find nothing', () => {
  for (const agent of agents) expect(agentInstructions.agents[agent].instructions.length).toBeGreaterThan(0);
  expect(agentInstructions.common.join(' ')).toContain('`abstain`');
});

test('instructions without a version are refused with their place', () => {
  const { letter: _, ...others } = agentInstructions.agents;
  expect(() => readAgentInstructions({ ...agentInstructions, agents: others })).toThrow('agents.letter');
});
