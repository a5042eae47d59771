import { type Pattern, readPattern } from './pattern.ts';

/** What a passage says of the patient: that it is so, that it is not, that it was once, that it may be, or of whom else it speaks. */
export const assertions = ['affirmed', 'negated', 'historical', 'hypothetical', 'otherPerson', 'unticked'] as const;
export type Assertion = (typeof assertions)[number];

export const sectionKinds = [
  'familyHistory',
  'history',
  'safetyPlan',
  'subjective',
  'objective',
  'assessment',
  'plan',
  'other',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/**
 * A word that changes what is said of what comes after it (`forward`) or before it (`backward`), up to a stop or so many words.
 * The way of ConText: Harkema et al., J Biomed Inform 2009;42(5):839-851.
 */
export type CueRule = {
  readonly phrases: readonly string[];
  readonly assertion: Exclude<Assertion, 'affirmed' | 'unticked'>;
  readonly direction: 'forward' | 'backward';
  readonly words: number;
  /** Only as the value of a label: "SI: no". */
  readonly afterColon?: boolean;
  /** Only as the last words of the sentence: "SI and HI denied." */
  readonly atEnd?: boolean;
};

/** How a clinical text is read; data with a version. */
export type TextRules = {
  readonly version: string;
  /** Words that end with a full stop and do not end a sentence. */
  readonly abbreviations: readonly string[];
  readonly sections: readonly {
    readonly kind: SectionKind;
    readonly headings: readonly string[];
    readonly assertion?: Assertion;
  }[];
  readonly cues: readonly CueRule[];
  /** Phrases that look like a cue and are none: "no change", "mother reports". */
  readonly noCues: readonly string[];
  /** Words at which the reach of every cue ends. */
  readonly stops: readonly string[];
};

export type ReadyTextRules = {
  readonly version: string;
  readonly abbreviations: ReadonlySet<string>;
  readonly headings: ReadonlyMap<string, SectionKind>;
  readonly ofSection: ReadonlyMap<SectionKind, Assertion>;
  readonly cues: readonly (Omit<CueRule, 'phrases'> & { readonly patterns: readonly Pattern[] })[];
  readonly noCues: readonly Pattern[];
  readonly stops: readonly Pattern[];
};

/** Reads the phrases once. Throws with the phrase at fault. */
export const readyTextRules = (rules: TextRules): ReadyTextRules => ({
  version: rules.version,
  abbreviations: new Set(rules.abbreviations.map((a) => a.toLowerCase())),
  headings: new Map(rules.sections.flatMap((s) => s.headings.map((h) => [h.toLowerCase(), s.kind] as const))),
  ofSection: new Map(rules.sections.flatMap((s) => (s.assertion ? [[s.kind, s.assertion] as const] : []))),
  cues: rules.cues.map(({ phrases, ...cue }) => ({ ...cue, patterns: phrases.map(readPattern) })),
  noCues: rules.noCues.map(readPattern),
  stops: rules.stops.map(readPattern),
});
