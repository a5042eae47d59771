import type { AttachedDocument, RecordedEvent } from '@openum/domain/case/event.ts';

/** A message in a machine's words is shown by its resources; it has no pages. */
export const hasPages = ({ origin, contentType }: Pick<AttachedDocument, 'origin' | 'contentType'>): boolean =>
  !(origin.startsWith('message:') && /\b(json|hl7)/.test(contentType));

/** Whether documents came that have to be read page by page. */
export const bringPages = (events: readonly RecordedEvent[]): boolean =>
  events.some((e) => e.type === 'DocumentAttached' && hasPages(e.data));
