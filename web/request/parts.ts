import type { RequestDraft } from './form.ts';

/** What every section of the form gets. */
export type SectionProps = {
  readonly draft: RequestDraft;
  readonly change: (part: Partial<RequestDraft>) => void;
  /** The sentence for a field, once the form was tried or the server has spoken. */
  readonly error: (path: string) => string | undefined;
};

/** What the parties are called, where they are not those of a request. */
export type WhoWords = {
  readonly title: string;
  readonly requesting: string;
  readonly servicing: string;
  readonly servicingHint: string;
};

export const requestWords: WhoWords = {
  title: 'Member and providers',
  requesting: 'Requesting provider',
  servicing: 'Servicing provider',
  servicingHint: 'Leave empty when it is the same',
};

/** Id of the control of a field, so that the list of problems can lead to it. */
export const fieldId = (path: string): string => `field-${path.replace(/[^\w]+/g, '-')}`;
