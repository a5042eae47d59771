import type { Scope } from './scope.ts';

/** How far the logs have grown that say by which criteria and settings a plan decides. They only grow: an equal stamp, equal content. */
export type PlanStamps = { read(scope: Scope): Promise<string> };
