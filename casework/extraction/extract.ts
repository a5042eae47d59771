import { readyExtractionRules } from '@openum/content/extraction/load.ts';
import { readyClinicalText } from '@openum/content/text/load.ts';
import { factsOnPage, rulesExtractor } from '@openum/domain/extraction/extract.ts';
import { type CalendarDate, type Instant, millisecondsBetween } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';

type Extracting = Pick<Casework, 'documentPages' | 'extractedPages' | 'environment'>;

const placeKey = (documentId: string, page: number): string => `${page} ${documentId}`;

/**
 * Reads facts from the pages of a case that were read, page by page, as far as it comes within `milliseconds`; at least one page each
 * time. A page that this version of the rules has read is not read again, so that it may be interrupted anywhere. Gives the moment to
 * go on, when something is left.
 */
export const extractFacts = async (
  { documentPages, extractedPages, environment }: Extracting,
  scope: Scope,
  caseId: string,
  milliseconds: number,
): Promise<{ readonly againAt: Instant } | undefined> => {
  const { version } = readyExtractionRules;
  const kept = (await extractedPages.ofCase(scope, caseId)).filter(
    (p) => p.extractor === rulesExtractor && p.extractorVersion === version,
  );
  const done = new Map(kept.map((p) => [placeKey(p.documentId, p.page), p]));
  const begun = environment.now();
  let asked = 0;
  const isOver = (): boolean => asked++ > 0 && millisecondsBetween(begun, environment.now()) >= milliseconds;
  for (const { documentId, state } of await documentPages.readings(scope, caseId)) {
    if (state !== 'read') continue;
    let noteDate: CalendarDate | undefined;
    for (const { page } of await documentPages.summaries(scope, caseId, documentId)) {
      const before = done.get(placeKey(documentId, page));
      if (before) {
        noteDate = before.noteDate;
        continue;
      }
      if (isOver()) return { againAt: environment.now() };
      const read = await documentPages.page(scope, caseId, documentId, page);
      const found = factsOnPage(
        { documentId, page, text: read?.text ?? '' },
        noteDate,
        readyExtractionRules,
        readyClinicalText,
      );
      noteDate = found.noteDate;
      await extractedPages.save(scope, caseId, {
        documentId,
        page,
        extractor: rulesExtractor,
        extractorVersion: version,
        ...(noteDate ? { noteDate } : {}),
        facts: found.facts.map((f) => ({ ...f, confidence: f.confidence * (read?.confidence ?? 1) })),
      });
    }
  }
  return undefined;
};
