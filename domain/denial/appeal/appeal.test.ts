import { criteriaSets } from '@openum/testkit/content/criteria.ts';
import { evidenceMap, noteGuide, readyClinicalText, readyNoteGuide } from '@openum/testkit/content/text.ts';
import { describe, expect, test } from 'vitest';
import { levelGuideFor } from '../../noteCheck/guide.ts';
import { type AppealDraft, exhibitName, letterText, openBrackets } from './draft.ts';
import { evidenceFor, type RecordText } from './evidence.ts';
import { leavesOfGuide, leavesOfSet, leavesOfWishes } from './leaf.ts';

const page = (documentId: string, text: string): RecordText => ({
  text,
  at: (start, end) => ({ documentId, page: 1, start, end }),
});
const note = page(
  'note',
  'Cravings daily. Passive suicidal ideation yesterday, no plan.\nMother has depression. Two intensive outpatient programs failed this year.',
);
const wishes = leavesOfWishes(
  'Their criteria',
  'Manual 4.1',
  ['Risk to self or others', 'What was tried at a lower level', 'Shoe size'],
  evidenceMap,
);
const found = (texts: readonly RecordText[] = [note]) =>
  evidenceFor(wishes.leaves, texts, 'residential', readyNoteGuide, readyClinicalText);

describe('evidence for the points of an appeal', () => {
  test('is the sentence of the record, word for word at its place', () => {
    const [risk, lower] = found();
    expect(risk?.supports.map((q) => q.text)).toContain('Passive suicidal ideation yesterday, no plan.');
    expect(lower?.supports.map((q) => q.text)).toEqual(['Two intensive outpatient programs failed this year.']);
    for (const q of found().flatMap((e) => e.supports))
      if ('documentId' in q.from) expect(note.text.slice(q.from.start, q.from.end)).toBe(q.text);
  });

  test('leaves out what is said of others, and keeps what speaks against it apart', () => {
    const [risk] = found([page('n', 'Denies suicidal ideation. Brother has suicidal thoughts.')]);
    expect(risk?.supports).toEqual([]);
    expect(risk?.against.map((q) => q.text)).toEqual(['Denies suicidal ideation.']);
  });

  test('for a point that nothing bears on there is none', () => {
    expect(found()[2]).toEqual({ leafId: 'wish-3', supports: [], against: [] });
  });
});

describe('the points of an appeal', () => {
  test('are the leaves of a public set, each question once', () => {
    const set = criteriaSets.find((s) => s.id === 'medicare-partial-hospitalization');
    if (!set) throw new Error('given: no such set');
    const { leaves, citation } = leavesOfSet(set, 'initial', evidenceMap);
    expect(citation).toContain('410.43');
    expect(new Set(leaves.map((l) => l.label)).size).toBe(leaves.length);
    expect(leaves.find((l) => l.leafId === 'hours')?.concepts).toContain('frequency.hoursPerWeek');
    expect(leavesOfSet(set, 'continuedStay', evidenceMap).leaves.map((l) => l.leafId)).toContain('response');
  });

  test('or what the guide asks for at the level', () => {
    const level = levelGuideFor(noteGuide, 'residential');
    if (!level) throw new Error('given: no such level');
    const { leaves } = leavesOfGuide(noteGuide, level);
    expect(leaves.map((l) => l.leafId)).toContain('barriers');
    expect(leaves.map((l) => l.leafId)).not.toContain('date');
  });
});

const draft: AppealDraft = {
  criteriaId: 'payer',
  criteriaName: 'Their criteria',
  opening: 'We appeal.',
  points: [
    {
      leafId: 'a',
      label: 'Risk',
      statement: '',
      quotes: [{ text: 'Thoughts\nyesterday [sic]', from: { documentId: 'd', page: 2, start: 0, end: 9 } }],
    },
    { leafId: 'b', label: 'Sleep', statement: '[Clinician: add the nights.]', quotes: [] },
    { leafId: 'c', label: 'Empty', statement: ' ', quotes: [] },
  ],
  closing: 'Please overturn.',
  exhibits: [],
};

describe('a draft', () => {
  test('waits for what stands in brackets, not for brackets of the record', () => {
    expect(openBrackets(draft)).toEqual(['[Clinician: add the nights.]']);
  });

  test('as plain text cites each page, and leaves out points that say nothing', () => {
    const text = letterText(draft, () => 'Progress note');
    expect(text).toContain('- "Thoughts yesterday [sic]" (Progress note, page 2)');
    expect(text).not.toContain('Empty');
  });

  test('has as many exhibits as it needs', () => {
    expect([0, 25, 26, 51, 52].map(exhibitName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });
});
