import type { Flow } from '@openum/domain/flow/flow.ts';
import concurrent from './concurrent.json' with { type: 'json' };
import prospective from './prospective.json' with { type: 'json' };
import retrospective from './retrospective.json' with { type: 'json' };

/** Default flows; each names the requests it is for. */
export const loadFlows = (): readonly Flow[] => [concurrent as Flow, retrospective as Flow, prospective as Flow];
