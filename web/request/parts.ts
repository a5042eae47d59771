import type { RequestDraft } from './form.ts';

/** What every section of the form gets. */
export type SectionProps = {
  readonly draft: RequestDraft;
  readonly change: (part: Partial<RequestDraft>) => void;
  /** The sentence for a field, once the form was tried or the server has spoken. */
  readonly error: (path: string) => string | undefined;
};

/** Id of the control of a field, so that the list of problems can lead to it. */
export const fieldId = (path: string): string => `field-${path.replace(/[^\w]+/g, '-')}`;
