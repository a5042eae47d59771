import type { Evaluation, LeafFinding } from '@openum/domain/criteria/evaluation.ts';
import { createContext, type ReactNode, useContext } from 'react';

/** What a page shows at the points of the criteria beyond their answers and evidence. */
export type LeafExtras = {
  /** Behind the name of a point. */
  readonly mark?: (evaluation: Evaluation, leaf: LeafFinding) => ReactNode;
  /** Below its evidence. */
  readonly below?: (evaluation: Evaluation, leaf: LeafFinding) => ReactNode;
  readonly isNew?: (factId: string) => boolean;
};

export const LeafExtrasContext = createContext<LeafExtras>({});

export const useLeafExtras = (): LeafExtras => useContext(LeafExtrasContext);
