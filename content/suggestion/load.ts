import { agents } from '@openum/domain/suggestion/agent.ts';
import { z } from 'zod';
import agentsJson from './agents.json' with { type: 'json' };

const lines = z.array(z.string().min(1)).min(1);

const shape = z.strictObject({
  provenance: z.string().min(1),
  common: lines,
  agents: z.record(z.enum(agents), z.strictObject({ version: z.iso.date(), instructions: lines })),
});

/** What each agent is told, with the version of the words. */
export type AgentInstructions = z.output<typeof shape>;

/** Throws with the place at fault. */
export const readAgentInstructions = (json: unknown): AgentInstructions => {
  const read = shape.safeParse(json);
  if (!read.success)
    throw new Error(
      `content/suggestion: ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
    );
  return read.data;
};

export const agentInstructions = readAgentInstructions(agentsJson);
