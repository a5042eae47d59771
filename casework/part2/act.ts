/** What a signed-in person may say about records under 42 CFR Part 2. */
export type Part2Act = {
  readonly type: 'MarkPart2';
  readonly protected: boolean;
  readonly reason: string;
  readonly documentIds?: readonly string[] | undefined;
};
