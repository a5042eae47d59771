import { type Capability, intake, open } from '../case/capabilityRow.ts';
import type { ExtractionCommand } from './command.ts';

export const extractionCapabilities: Record<ExtractionCommand['type'], Capability> = {
  AnswerExtractedFact: {
    in: open,
    roles: intake,
    by: ['person'],
    source: 'a fact enters while a decision is still to be made, and a person answers for what a machine has read',
  },
};
