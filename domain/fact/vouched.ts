import type { Fact } from './fact.ts';

/** Words of a document count as a fact when a person answers for them. */
export const isVouched = ({ source }: Fact): boolean => source.kind !== 'document' || source.by !== undefined;
