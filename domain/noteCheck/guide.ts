import { type Pattern, readPattern } from '../text/pattern.ts';
import type { Assertion } from '../text/rule.ts';
import type { CalendarDate } from '../time/instant.ts';

/** One thing that a note can say. Phrases are written as domain/text/pattern.ts reads them. */
export type Concept = {
  readonly id: string;
  readonly name: string;
  readonly phrases: readonly string[];
  /** Words that say the contrary without a "no": "has safe housing". */
  readonly opposite?: readonly string[];
  /** The same said too loosely to count: a name without its number, "regularly" instead of how often. */
  readonly loose?: readonly string[];
  /** One of these must stand in the same sentence. */
  readonly near?: readonly string[];
};

/** What somebody who reads for medical necessity looks for. */
export type Indicator = {
  readonly id: string;
  readonly name: string;
  readonly looksFor: string;
  /** What to write down, if it is true. */
  readonly ifTrue: string;
  /** Besides what is affirmed of now: an attempt at a lower level is history, and still the evidence. */
  readonly alsoCounts: readonly Assertion[];
  readonly concepts: readonly Concept[];
};

/** `indicator.concept`, or the id of an indicator for each of its concepts. */
export type ConceptRef = string;

export type LevelGuide = {
  readonly id: string;
  readonly name: string;
  /** Codes of levels of care for which it holds. */
  readonly levelsOfCare: readonly string[];
  /** Higher is more intensive. */
  readonly order: number;
  readonly citation: string;
  readonly confidence: 'regulation' | 'knowledge';
  readonly effectiveFrom: CalendarDate;
  readonly required: readonly string[];
  readonly helpful: readonly string[];
  /** Findings of which so many make the level plausible. */
  readonly severity: { readonly anyOf: readonly ConceptRef[]; readonly atLeast: number };
  /** Findings that call for more than this level. */
  readonly tooSevere: readonly ConceptRef[];
  readonly bounds: readonly {
    readonly concept: ConceptRef;
    readonly unit: string;
    readonly atLeast?: number;
    readonly below?: number;
  }[];
};

/** Words that a reader takes as "no longer needs this level". */
export type WordingRule = {
  readonly id: string;
  readonly name: string;
  readonly phrases: readonly string[];
  readonly unless: readonly string[];
  /** Words that say what need remains take the harm away: in the same sentence, or in the next when it goes on from it. */
  readonly excusedByNeed: boolean;
  readonly weakens: readonly string[];
  readonly why: string;
  readonly ifTrue: string;
};

/** Knowledge of the check; data with a version. */
export type NoteGuide = {
  readonly version: string;
  readonly levels: readonly LevelGuide[];
  readonly indicators: readonly Indicator[];
  readonly wording: readonly WordingRule[];
  readonly remainingNeed: readonly string[];
  /** How a sentence begins that takes back something of the one before it. */
  readonly goesOn: readonly string[];
  /** Runs of so many words count as taken over; above this share the note is marked. */
  readonly copied: { readonly words: number; readonly share: number };
};

type Ready<T extends { readonly phrases: readonly string[] }, K extends keyof T> = Omit<T, 'phrases' | K> &
  Readonly<Record<'phrases' | K, readonly Pattern[]>>;
export type ReadyConcept = Ready<Concept, 'opposite' | 'loose' | 'near'>;
export type ReadyIndicator = Omit<Indicator, 'concepts'> & { readonly concepts: readonly ReadyConcept[] };
export type ReadyWording = Ready<WordingRule, 'unless'>;
export type ReadyGuide = Omit<NoteGuide, 'indicators' | 'wording' | 'remainingNeed' | 'goesOn'> & {
  readonly indicators: readonly ReadyIndicator[];
  readonly wording: readonly ReadyWording[];
  readonly remainingNeed: readonly Pattern[];
  readonly goesOn: readonly Pattern[];
};

const read = (phrases: readonly string[] = []): readonly Pattern[] => phrases.map(readPattern);

/** Reads the phrases once. Throws with the phrase at fault. */
export const readyGuide = (guide: NoteGuide): ReadyGuide => ({
  ...guide,
  indicators: guide.indicators.map((i) => ({
    ...i,
    concepts: i.concepts.map(({ id, name, ...c }) => ({
      id,
      name,
      phrases: read(c.phrases),
      opposite: read(c.opposite),
      loose: read(c.loose),
      near: read(c.near),
    })),
  })),
  wording: guide.wording.map((w) => ({ ...w, phrases: read(w.phrases), unless: read(w.unless) })),
  remainingNeed: read(guide.remainingNeed),
  goesOn: read(guide.goesOn),
});

export const levelGuideFor = (guide: Pick<NoteGuide, 'levels'>, levelOfCare: string): LevelGuide | undefined =>
  guide.levels.find((l) => l.levelsOfCare.includes(levelOfCare));
