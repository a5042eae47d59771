import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changes, templateDiff } from './diff.ts';

const text = (paragraphs: readonly string[], title = 'We approved your care'): NoticeTemplate => ({
  id: 't',
  version: '1',
  lineOfBusiness: 'any',
  audience: 'member',
  kind: 'approval',
  language: 'en-US',
  title,
  salutation: 'Dear {{member.name}},',
  reference: [],
  sections: [{ heading: 'Decision', blocks: paragraphs.map((p) => ({ kind: 'paragraph', text: p })) }],
  closing: [],
  footer: 'x',
});

describe('the difference of two versions', () => {
  test('is nothing when they say the same', () => {
    expect(templateDiff(text(['a b c']), text(['a b c'])).every((l) => l.kind === 'same')).toBe(true);
  });

  test('shows the words that changed inside a line', () => {
    const diff = templateDiff(text(['You can call us any day.']), text(['You can call us on any work day.']));
    const changed = diff.find((l) => l.kind === 'changed');
    expect(
      changed?.kind === 'changed' &&
        changed.words
          .filter((w) => w.kind === 'new')
          .map((w) => w.value.trim())
          .filter(Boolean),
    ).toEqual(['on', 'work']);
  });

  test('shows lines that went and lines that came', () => {
    const diff = templateDiff(text(['One.', 'Two.']), text(['Two.', 'Something else altogether here.']));
    expect(diff.filter((l) => l.kind !== 'same').map((l) => [l.kind, l.kind === 'changed' ? '' : l.text])).toEqual([
      ['gone', 'One.'],
      ['new', 'Something else altogether here.'],
    ]);
  });

  test('leads from the one to the other, whatever they are', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const found = changes(before, after);
        expect(found.filter((c) => c.kind !== 'new').map((c) => c.value)).toEqual(before);
        expect(found.filter((c) => c.kind !== 'gone').map((c) => c.value)).toEqual(after);
      }),
    );
  });
});
