/** What a person said about records of substance use treatment (42 CFR Part 2): of some documents, or of the whole case. */
export type Part2Mark = {
  readonly protected: boolean;
  readonly reason: string;
  /** Absent: the whole case. */
  readonly documentIds?: readonly string[];
};

export type Part2Event = { readonly type: 'Part2Marked'; readonly data: Part2Mark };
