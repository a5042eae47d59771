import type { SwitchChange } from '@openum/domain/suggestion/switch.ts';
import type { Scope } from './scope.ts';

/** Who turned which switch of the model, when and why. The list only grows. */
export type ModelSwitches = {
  turn(scope: Scope, change: SwitchChange): Promise<void>;
  /** Oldest first. */
  changes(scope: Scope): Promise<readonly SwitchChange[]>;
};
