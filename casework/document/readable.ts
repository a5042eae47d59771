import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { hasPages } from '@openum/domain/document/reading.ts';

/** Whether documents came that have to be read page by page. */
export const bringPages = (events: readonly RecordedEvent[]): boolean =>
  events.some((e) => e.type === 'DocumentAttached' && hasPages(e.data));
