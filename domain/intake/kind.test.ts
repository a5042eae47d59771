import { coordinator } from '@openum/testkit/case/actors.ts';
import { after, by, caseOf, received, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import type { PageRange } from '../document/part.ts';

const says = (kind: 'order' | 'labReport', pages?: PageRange) =>
  by(coordinator, { type: 'SetDocumentKind', documentId: 'original', kind, ...(pages ? { pages } : {}) });
const original = (story: Parameters<typeof caseOf>[0]) =>
  caseOf(story).documents.find((d) => d.documentId === 'original');

describe('what some pages of a document are', () => {
  test('is written down beside what the document is as a whole', () => {
    const story = after(received(), says('order'), says('labReport', { from: 2, to: 3 }));
    expect(original(story)).toMatchObject({ kind: 'order', parts: [{ from: 2, to: 3, kind: 'labReport' }] });
  });
  test('is refused for pages in the wrong order, naming the field', () => {
    expect(when(received(), says('order', { from: 3, to: 2 }))).toMatchObject({
      code: 'fieldInvalid',
      facts: { field: 'last page' },
    });
    expect(when(received(), says('order', { from: 0, to: 2 }))).toMatchObject({ facts: { field: 'first page' } });
  });
  test('is refused when it was the last that somebody said of them, and may be said again after another word', () => {
    const once = after(received(), says('order', { from: 2, to: 3 }));
    expect(when(once, says('order', { from: 2, to: 3 }))).toMatchObject({ code: 'documentKindUnchanged' });
    const other = after(once, says('labReport', { from: 3, to: 3 }), says('order', { from: 2, to: 3 }));
    expect(original(other)?.parts).toHaveLength(3);
  });
});
