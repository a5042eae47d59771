import { describe, expect, test } from 'vitest';
import { clearDraft, type DraftStore, draftKey, readDraft, writeDraft } from './draft.ts';

const store = (): DraftStore => {
  const kept = new Map<string, string>();
  return {
    getItem: (k) => kept.get(k) ?? null,
    setItem: (k, v) => void kept.set(k, v),
    removeItem: (k) => void kept.delete(k),
  };
};
const key = draftKey('u1', 'case-1', 'decide');

describe('a draft', () => {
  test('comes back as it was typed', () => {
    const s = store();
    writeDraft(s, key, { reason: 'half a sent' });
    expect(readDraft(s, key, { reason: '' })).toEqual({ reason: 'half a sent' });
  });

  test('is absent before anything was typed and after it was cleared', () => {
    const s = store();
    expect(readDraft(s, key, { reason: '' })).toBeUndefined();
    writeDraft(s, key, { reason: 'x' });
    clearDraft(s, key);
    expect(readDraft(s, key, { reason: '' })).toBeUndefined();
  });

  test('gives a field that it does not know its initial value', () => {
    const s = store();
    writeDraft(s, key, { reason: 'x' });
    expect(readDraft(s, key, { reason: '', dueOn: '2026-12-01' })).toEqual({ reason: 'x', dueOn: '2026-12-01' });
  });

  test.each(['{', '7', 'null', '[1]'])('is ignored when what was kept is %s', (text) => {
    const s = store();
    s.setItem(key, text);
    expect(readDraft(s, key, { reason: '' })).toBeUndefined();
  });

  test('of one person, case or form is not that of another', () => {
    const keys = [
      key,
      draftKey('u2', 'case-1', 'decide'),
      draftKey('u1', 'case-2', 'decide'),
      draftKey('u1', 'case-1', 'note'),
    ];
    expect(new Set(keys).size).toBe(4);
  });

  test('says so when the browser refuses to keep it', () => {
    const full: DraftStore = {
      ...store(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(writeDraft(full, key, { reason: 'x' })).toBe(false);
  });
});
