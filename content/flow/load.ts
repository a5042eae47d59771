import type { Flow } from '@openum/domain/flow/flow.ts';
import prospective from './prospective.json' with { type: 'json' };

/** Default flows; each names the requests it is for. */
export const loadFlows = (): readonly Flow[] => [prospective as Flow];
