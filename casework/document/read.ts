import { documentCues } from '@openum/content/document/load.ts';
import type { AttachedDocument } from '@openum/domain/case/event.ts';
import { classifyPage } from '@openum/domain/document/classify.ts';
import { hasPages } from '@openum/domain/document/reading.ts';
import { type Instant, millisecondsBetween } from '@openum/domain/time/instant.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';
import { keptBytes } from './open.ts';

type Reading = {
  readonly casework: Casework;
  readonly scope: Scope;
  readonly caseId: string;
  /** Whether the time given for this turn is over. */
  readonly isOver: () => boolean;
};

/** Reads on where an earlier turn stopped. False: there are pages left. */
const readOne = async ({ casework, scope, caseId, isOver }: Reading, document: AttachedDocument): Promise<boolean> => {
  const { documentPages, documentReader } = casework;
  const { documentId } = document;
  const kept = await keptBytes(casework, scope, caseId, document);
  const file = kept ? await documentReader.open(kept.bytes) : { problem: 'empty' as const };
  if ('problem' in file) {
    await documentPages.saveReading(scope, caseId, { documentId, state: 'unreadable', problem: file.problem });
    return true;
  }
  try {
    const { pages } = file;
    const last = Math.min(pages, documentReader.maxPages);
    await documentPages.saveReading(scope, caseId, { documentId, state: 'reading', pages });
    const there = new Set((await documentPages.summaries(scope, caseId, documentId)).map((p) => p.page));
    for (let n = 1; n <= last; n++) {
      if (there.has(n)) continue;
      if (isOver()) return false;
      const page = await file.page(n);
      const kind = classifyPage(page.text, documentCues);
      await documentPages.savePage(scope, caseId, documentId, { ...page, ...(kind ? { kind } : {}) });
    }
    await documentPages.saveReading(scope, caseId, {
      documentId,
      state: 'read',
      pages,
      ...(pages > last ? { problem: 'tooManyPages' as const } : {}),
    });
    return true;
  } finally {
    file.close();
  }
};

/**
 * Reads the documents of a case page by page, as far as it comes within `milliseconds`; at least one page each time. What was kept
 * is not read again, so that it may be interrupted anywhere. Gives the moment to go on, when something is left.
 */
export const readDocuments = async (
  casework: Casework,
  scope: Scope,
  caseId: string,
  milliseconds: number,
): Promise<{ readonly againAt: Instant } | undefined> => {
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) return undefined;
  const finished = new Set(
    (await casework.documentPages.readings(scope, caseId))
      .filter((r) => r.state !== 'reading')
      .map((r) => r.documentId),
  );
  const { now } = casework.environment;
  const begun = now();
  let asked = 0;
  const isOver = (): boolean => asked++ > 0 && millisecondsBetween(begun, now()) >= milliseconds;
  for (const document of loaded.state.documents) {
    if (finished.has(document.documentId) || !hasPages(document)) continue;
    if (!(await readOne({ casework, scope, caseId, isOver }, document))) return { againAt: now() };
  }
  return undefined;
};
