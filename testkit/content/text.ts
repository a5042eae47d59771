/** The words by which the product reads texts, for tests of rooms that may not read content themselves. */
export { evidenceMap } from '@openum/content/appealEvidence/load.ts';
export { letterCues } from '@openum/content/denialLetter/load.ts';
export { noteGuide, readyNoteGuide } from '@openum/content/noteCheck/load.ts';
export { readyClinicalText } from '@openum/content/text/load.ts';
