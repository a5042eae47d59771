import { type Copied, copiedFrom } from '../text/copied.ts';
import { readText } from '../text/read.ts';
import type { ReadyTextRules } from '../text/rule.ts';
import { type Finding, findingOf } from './finding.ts';
import { levelGuideFor, type ReadyGuide } from './guide.ts';
import { type LevelFinding, levelFinding } from './severity.ts';
import { type WordingFinding, wordingOf } from './wording.ts';

/** Characters of the longest note that is read. */
export const longestNote = 100_000;

export type NoteToCheck = {
  readonly text: string;
  readonly levelOfCare: string;
  /** The note before it, when there is one. */
  readonly previous?: string;
};

/** What a note says, read for one level of care. It suggests what to document if true, and states no fact itself. */
export type NoteCheck = {
  readonly version: string;
  readonly levelOfCare: string;
  readonly levelName: string;
  readonly findings: readonly Finding[];
  readonly wording: readonly WordingFinding[];
  /** Absent: there was no earlier note to compare with. */
  readonly copied?: Copied & { readonly tooMuch: boolean };
  readonly level: LevelFinding;
};

/** Undefined when the guide knows nothing of this level of care. */
export const checkNote = (note: NoteToCheck, guide: ReadyGuide, rules: ReadyTextRules): NoteCheck | undefined => {
  const level = levelGuideFor(guide, note.levelOfCare);
  if (!level) return undefined;
  const reading = readText(note.text, rules);
  const all = guide.indicators.map((indicator) => {
    const importance = level.required.includes(indicator.id) ? 'required' : 'helpful';
    return findingOf(reading, indicator, importance, level.bounds);
  });
  const asked = new Set([...level.required, ...level.helpful]);
  const copied = note.previous?.trim() ? copiedFrom(note.previous, note.text, guide.copied.words) : undefined;
  return {
    version: `${guide.version}/${rules.version}`,
    levelOfCare: note.levelOfCare,
    levelName: level.name,
    findings: all.filter((f) => asked.has(f.indicatorId)),
    wording: wordingOf(reading, guide),
    ...(copied ? { copied: { ...copied, tooMuch: copied.share >= guide.copied.share } } : {}),
    level: levelFinding(
      level,
      guide.levels,
      all.flatMap((f) => f.evidence),
    ),
  };
};

/** What the record keeps of a check; the words of the note stay where they are. */
export const summaryOf = (check: NoteCheck) => {
  const of = (outcome: Finding['outcome']) =>
    check.findings.filter((f) => f.outcome === outcome && f.importance === 'required').map((f) => f.indicatorId);
  return {
    version: check.version,
    levelOfCare: check.levelOfCare,
    missing: of('missing'),
    contradicted: of('contradicted'),
    wording: check.wording.length,
  };
};

export type CheckSummary = ReturnType<typeof summaryOf>;

type Open = {
  readonly missing: readonly string[];
  readonly contradicted: readonly string[];
  readonly wording: number;
};

/** What changed from one check of a note to the next, by indicator. */
export const changeBetween = (before: Open, after: Open) => {
  const open = (s: Open) => [...s.missing, ...s.contradicted];
  const [was, is] = [open(before), open(after)];
  return {
    settled: was.filter((i) => !is.includes(i)),
    arisen: is.filter((i) => !was.includes(i)),
    wording: after.wording - before.wording,
  };
};
