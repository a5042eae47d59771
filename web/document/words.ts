import type { EmbeddedProblem, EmbeddedReport } from '@openum/domain/document/embedded.ts';
import type { Unreadable } from '@openum/domain/document/page.ts';
import type { DocumentReading } from '@openum/domain/document/reading.ts';

export const unreadableWords: Record<Unreadable, string> = {
  empty: 'it is empty',
  encrypted: 'it is locked with a password; ask the sender for one without',
  damaged: 'it is damaged or not complete',
  notSupported: 'it is of a kind that cannot be read; PDF, PNG, JPEG, TIFF, text, C-CDA and FHIR can',
  tooLarge: 'it is larger than this installation allows',
  tooManyPages: 'it has more pages than this installation reads',
  tooSlow: 'it took too long',
  tooMuchMemory: 'it took too much memory',
};

const embeddedWords: Record<EmbeddedProblem, string> = {
  notBase64: 'could not be taken out: its base64 is broken',
  empty: 'has no content',
  elsewhere: 'is kept elsewhere; only its address was sent',
  enteredInError: 'was not taken out: its sender marked it as entered in error',
  tooLarge: 'was not taken out: it is too large',
  tooMany: 'were not taken out: there are too many files',
  nested: 'was not opened further: it lies inside another file or too deep',
  typeDiffers: 'was taken out; it is of another kind than its sender said',
  sizeDiffers: 'was taken out; it has not the length that its sender said',
};

/** One sentence on a file inside a FHIR document. */
export const embeddedSentence = ({ title, problem }: EmbeddedReport): string =>
  `${title} ${embeddedWords[problem]}. The document that holds it is kept as it came.`;

const pages = (n: number): string => (n === 1 ? '1 page' : `${n.toLocaleString('en-US')} pages`);

/** One sentence on how far a document has been read. */
export const readingWords = (reading: DocumentReading | undefined): string => {
  if (!reading) return 'Waits to be read page by page.';
  const { state, problem, pages: all = 0, pagesRead } = reading;
  if (state === 'unreadable')
    return `Could not be read: ${problem ? unreadableWords[problem] : 'no reason is known'}. The file is kept as it came.`;
  if (state === 'reading') return `Being read: ${pagesRead.toLocaleString('en-US')} of ${pages(all)}.`;
  if (problem === 'tooManyPages')
    return `Only the first ${pages(pagesRead)} of ${all.toLocaleString('en-US')} were read: ${unreadableWords.tooManyPages}.`;
  return `${pages(all)}, read.`;
};
