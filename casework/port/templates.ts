import type { RecordedTemplateEvent } from '@openum/domain/template/version.ts';
import type { Scope } from './scope.ts';

export type StoredTemplateEvent = RecordedTemplateEvent & { readonly templateId: string; readonly sequence: number };

/** The log of a tenant's own templates. */
export type Templates = {
  /** By template, oldest first. */
  events(scope: Scope): Promise<readonly StoredTemplateEvent[]>;
  /** False: somebody else wrote first, and nothing was written. `expected` is the number of events that the writer had seen. */
  append(
    scope: Scope,
    templateId: string,
    expected: number,
    events: readonly RecordedTemplateEvent[],
  ): Promise<boolean>;
};
