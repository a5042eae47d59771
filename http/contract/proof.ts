import type { NamedRead } from '@openum/casework/proof/reads.ts';

/** GET /api/cases/:caseId/reads. Newest first; `more`: there are older ones, which a proof pack holds. */
export type CaseReads = { readonly rows: readonly NamedRead[]; readonly more: boolean };
