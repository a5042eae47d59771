import type { NoticeElement } from '@openum/domain/notice/document.ts';
import type { NoticeTemplate, TemplateBlock } from '@openum/domain/notice/template.ts';
import type { TemplateStatus } from '@openum/domain/template/version.ts';
import { lineOfBusinessWord } from '../app/words.ts';
import { letterTitle } from '../letters/words.ts';

/** `appealWindow` as a person reads it. */
export const elementWord = (element: NoticeElement): string => {
  const words = element.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const blockWord: Record<TemplateBlock['kind'], string> = {
  paragraph: 'Paragraph',
  quote: 'Quoted reason',
  callout: 'Highlighted line',
  list: 'List',
  table: 'Table',
  translations: 'Offers of help in other languages',
};

export const versionWord: Record<TemplateStatus, string> = {
  draft: 'Draft',
  approved: 'Approved',
  published: 'Published',
  retired: 'Retired',
};
export const versionTone: Record<TemplateStatus, string> = {
  draft: 'waiting',
  approved: 'accent',
  published: 'good',
  retired: 'quiet',
};

export const lineWord = (line: NoticeTemplate['lineOfBusiness']): string =>
  line === 'any' ? 'Any' : lineOfBusinessWord[line];

export const purposeOf = (t: NoticeTemplate): string =>
  `${letterTitle[t.kind]} to the ${t.audience}, ${t.lineOfBusiness === 'any' ? 'any line of business' : lineWord(t.lineOfBusiness)}, ${t.language}`;
