/** A piece of a text: UTF-16 offsets, `to` is the first that is no longer part of it. */
export type Span = { readonly from: number; readonly to: number };

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
