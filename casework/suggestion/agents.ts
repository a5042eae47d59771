import type { AgentId } from '@openum/domain/suggestion/agent.ts';
import type { Agent } from './agent/agent.ts';
import { appeal } from './agent/appeal.ts';
import { brief } from './agent/brief.ts';
import { criteria } from './agent/criteria.ts';
import { extraction } from './agent/extraction.ts';
import { information } from './agent/information.ts';
import { intake } from './agent/intake.ts';
import { letter } from './agent/letter.ts';

export const agentOf: Record<AgentId, Agent> = { extraction, intake, criteria, information, brief, letter, appeal };
