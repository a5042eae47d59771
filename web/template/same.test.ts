import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import { expect, test } from 'vitest';
import { sameText } from './same.ts';

const text: NoticeTemplate = {
  id: 't',
  version: '1',
  lineOfBusiness: 'any',
  audience: 'member',
  kind: 'general',
  language: 'en-US',
  title: 'A',
  salutation: 'B',
  reference: [{ label: 'L', text: 'T' }],
  sections: [],
  closing: ['x'],
  footer: '',
};

test('a text is the same in whatever order its fields come', () => {
  const turned = Object.fromEntries(Object.entries(text).toReversed()) as unknown as NoticeTemplate;
  expect(sameText(text, { ...turned, reference: [{ text: 'T', label: 'L' }] })).toBe(true);
});

test('a text with one other word, or other lines in its closing, is another', () => {
  expect(sameText(text, { ...text, title: 'a' })).toBe(false);
  expect(sameText(text, { ...text, closing: ['x', 'y'] })).toBe(false);
});
