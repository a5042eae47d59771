/** What is wrong with a file and where. `text` says the rule; it never repeats what stands in the file, which may be about a patient. */
export type X12Problem = {
  readonly kind: 'problem';
  readonly rule: ProblemRule;
  readonly segment: string;
  /** Number of the segment in the file, the first ISA being 1. */
  readonly position: number;
  /** Element and component, the first being 1. */
  readonly element?: number;
  readonly component?: number;
  readonly loop?: string;
  readonly text: string;
};

const problemRules = [
  'notX12',
  'truncated',
  'tooLarge',
  'controlMismatch',
  'countMismatch',
  'unexpectedSegment',
  'segmentMissing',
  'tooMany',
  'parentUnknown',
  'elementMissing',
  'elementInvalid',
  'codeUnknown',
  'outOfBalance',
  'otherSet',
] as const;
export type ProblemRule = (typeof problemRules)[number];

type At = {
  readonly id: string;
  readonly position: number;
};

export const problem = (
  rule: ProblemRule,
  at: At,
  text: string,
  where: { readonly element?: number; readonly component?: number; readonly loop?: string } = {},
): X12Problem => ({ kind: 'problem', rule, segment: at.id, position: at.position, ...where, text });

/** One line for a person: where, then what. */
export const problemLine = (p: X12Problem): string => {
  const element = p.element === undefined ? '' : String(p.element).padStart(2, '0');
  const component = p.component === undefined ? '' : `-${p.component}`;
  return `Segment ${p.position} (${p.segment}${element}${component}): ${p.text}`;
};
