import { always, type Capability, intake } from '../case/capabilityRow.ts';
import type { Part2Command } from './command.ts';

export const part2Capabilities: Record<Part2Command['type'], Capability> = {
  MarkPart2: {
    in: always,
    roles: [...intake, 'appealsCoordinator', 'qualityManager'],
    by: ['person'],
    source: '42 CFR 2.11, 2.12: which records are those of a program is a matter of fact',
  },
};
