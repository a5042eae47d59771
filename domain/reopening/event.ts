/** Why a decision is taken up again. Which of them a lock lets pass is said by its rule. */
export const reopeningGrounds = [
  'obviousError',
  'fraud',
  'misrepresentation',
  'ineligible',
  'materialChange',
  'serviceNotStarted',
  'newEvidence',
] as const;
export type ReopeningGround = (typeof reopeningGrounds)[number];

export type Reopening = {
  readonly itemSequence: number;
  readonly ground: ReopeningGround;
  readonly reason: string;
  /** Documents of the case that show the ground. */
  readonly evidence: readonly string[];
  /** Rules that lock the approval and name this ground as an exception. */
  readonly lockedBy: readonly string[];
};

/** A decided line is open again. Its decision stays in the record, and binds as far as its locks reach. */
export type ReopeningEvent = { readonly type: 'ItemReopened'; readonly data: Reopening };
