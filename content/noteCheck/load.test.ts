import { describe, expect, test } from 'vitest';
import { noteGuide, noteGuideTable, readNoteGuide } from './load.ts';

describe('the guide to notes', () => {
  test('every level names its required indicators, each with words on what to document if true', () => {
    for (const level of noteGuide.levels) {
      const named = noteGuide.indicators.filter((i) => level.required.includes(i.id));
      expect(named.map((i) => i.id).toSorted()).toEqual(level.required.toSorted());
      expect(level.required.filter((i) => level.helpful.includes(i))).toEqual([]);
    }
    for (const i of noteGuide.indicators) expect(i.ifTrue).toMatch(/^(If (true|given|measured): |The day )/);
  });

  test('levels of care stand in one order', () => {
    expect(noteGuide.levels.map((l) => l.order)).toEqual(noteGuide.levels.map((_, at) => at + 1));
  });

  test('a level that wants an unknown indicator is refused by name', () => {
    const [first, ...rest] = noteGuideTable.levels;
    const levels = [{ ...first, required: ['horoscope'] }, ...rest];
    expect(() => readNoteGuide({ ...noteGuideTable, levels })).toThrow('horoscope is no indicator and no concept');
  });

  test('a wrong field is named', () => {
    expect(() => readNoteGuide({ ...noteGuideTable, copied: { words: 0, share: 2 } })).toThrow('copied.words');
  });
});
