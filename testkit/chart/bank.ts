import build from './build.json' with { type: 'json' };
import measure from './measure.json' with { type: 'json' };

/** The words of the one were looked at while the readers were written; those of the other only measure them. */
export type ChartSet = 'build' | 'measure';

/**
 * Ways to say things. Of a fact: `say` for a value, `yes` and `no`, or one list for each answer of a code. `{v}` is a value with its
 * unit, `{n}` without, `{d}` a day, `{t}` a text, and a name of a qualifier its words.
 */
export type ChartBank = {
  readonly units: Readonly<Record<string, readonly string[]>>;
  readonly qualifiers: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** The line that gives a note its day. */
  readonly headers: readonly string[];
  /** Sentences that say nothing of this patient now. */
  readonly distractors: readonly string[];
  readonly facts: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
};

export const banks: Readonly<Record<ChartSet, ChartBank>> = { build, measure };
