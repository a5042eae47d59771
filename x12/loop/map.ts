/** A segment that may stand in a loop; with `when`, only if that element has one of these codes. */
export type SegmentUse = {
  readonly id: string;
  readonly when?: { readonly element: number; readonly codes: readonly string[] };
  readonly min?: number;
  readonly max?: number;
};

/** A loop of an implementation guide: the segment that begins it, what else stands in it, and the loops within. */
export type LoopMap = {
  readonly id: string;
  readonly begins: SegmentUse;
  readonly segments: readonly SegmentUse[];
  readonly loops: readonly LoopMap[];
  readonly min?: number;
  readonly max?: number;
};

type Times = { readonly min?: number; readonly max?: number };

/** `NM1:1=IL|QC`: NM1 whose first element is IL or QC. */
const use = (text: string, times: Times = {}): SegmentUse => {
  const [id = '', condition] = text.split(':');
  if (!condition) return { id, ...times };
  const [element, codes = ''] = condition.split('=');
  return { id, when: { element: Number(element), codes: codes.split('|') }, ...times };
};

export const once = (text: string): SegmentUse => use(text, { min: 1, max: 1 });
export const optional = (text: string): SegmentUse => use(text, { max: 1 });
export const any = (text: string): SegmentUse => use(text);

export const loop = (
  id: string,
  begins: string,
  segments: readonly SegmentUse[],
  loops: readonly LoopMap[] = [],
  times: Times = {},
): LoopMap => ({ id, begins: use(begins), segments, loops, ...times });

export const oneOf: Times = { min: 1, max: 1 };
export const atLeastOne: Times = { min: 1 };
