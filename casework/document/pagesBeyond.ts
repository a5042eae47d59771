import { invalid, type Refusal } from '@openum/domain/case/refusal.ts';
import type { PageRange } from '@openum/domain/document/part.ts';
import type { Acting } from '../case/act.ts';

/** Pages that the document does not have, as far as it has been read, cannot be told apart. */
export const pagesBeyond = async (
  { casework, tenant }: Pick<Acting, 'casework' | 'tenant'>,
  caseId: string,
  { documentId, pages }: { readonly documentId: string; readonly pages?: PageRange | undefined },
): Promise<Refusal | undefined> => {
  if (!pages) return undefined;
  const readings = await casework.documentPages.readings({ tenantId: tenant.tenantId }, caseId);
  const last = readings.find((r) => r.documentId === documentId)?.pages;
  if (last === undefined) return invalid('pages', 'the document has not been read page by page');
  return pages.to > last ? invalid('last page', `the document ends with page ${last}`) : undefined;
};
