import type { Part2Mark } from './event.ts';

export type Part2Command = { readonly type: 'MarkPart2' } & Part2Mark;
