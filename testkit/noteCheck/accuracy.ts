import { readyNoteGuide } from '@openum/content/noteCheck/load.ts';
import { readyClinicalText } from '@openum/content/text/load.ts';
import { findingOf } from '@openum/domain/noteCheck/finding.ts';
import { wordingOf } from '@openum/domain/noteCheck/wording.ts';
import { readText } from '@openum/domain/text/read.ts';
import type { NoteSet } from './bank.ts';
import { syntheticNote } from './note.ts';

export type Counts = { readonly right: number; readonly tooMuch: number; readonly overlooked: number };

export const precision = ({ right, tooMuch }: Counts): number =>
  right + tooMuch === 0 ? 1 : right / (right + tooMuch);
export const recall = ({ right, overlooked }: Counts): number =>
  right + overlooked === 0 ? 1 : right / (right + overlooked);

export type Mistake = { readonly seed: number; readonly what: string; readonly text: string };

export type Accuracy = {
  readonly notes: number;
  readonly distractors: number;
  readonly rows: ReadonlyMap<string, Counts>;
  readonly mistakes: readonly Mistake[];
};

/** What the check finds in a text, as keys: `present risk`, `contradicted risk`, `wording stable`. */
const foundIn = (text: string): ReadonlySet<string> => {
  const reading = readText(text, readyClinicalText);
  const findings = readyNoteGuide.indicators.map((i) => findingOf(reading, i, 'required', []));
  return new Set([
    ...findings.filter((f) => f.outcome !== 'missing').map((f) => `${f.outcome} ${f.indicatorId}`),
    ...wordingOf(reading, readyNoteGuide).map((w) => `wording ${w.ruleId}`),
  ]);
};

/** Precision and recall of the check over the notes of a set, for each indicator and each kind of wording. */
export const measure = (set: NoteSet, notes: number): Accuracy => {
  const keys = [
    ...readyNoteGuide.indicators.flatMap((i) => [`present ${i.id}`, `contradicted ${i.id}`]),
    ...readyNoteGuide.wording.map((w) => `wording ${w.id}`),
  ];
  const rows = new Map(keys.map((k) => [k, { right: 0, tooMuch: 0, overlooked: 0 }]));
  const mistakes: Mistake[] = [];
  let distractors = 0;
  for (let seed = 1; seed <= notes; seed++) {
    const note = syntheticNote(set, seed);
    distractors += note.distractors;
    const found = foundIn(note.text);
    const { present, contradicted, wording } = note.truth;
    const truth = new Set([
      ...[...present].map((i) => `present ${i}`),
      ...[...contradicted].map((i) => `contradicted ${i}`),
      ...[...wording].map((w) => `wording ${w}`),
    ]);
    for (const [key, row] of rows) {
      const [is, says] = [truth.has(key), found.has(key)];
      if (is && says) row.right += 1;
      else if (is) row.overlooked += 1;
      else if (says) row.tooMuch += 1;
      if (is !== says) mistakes.push({ seed, what: `${is ? 'overlooked' : 'too much'}: ${key}`, text: note.text });
    }
  }
  return { notes, distractors, rows, mistakes };
};
