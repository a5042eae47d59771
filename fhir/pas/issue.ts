/** Codes of the FHIR IssueType value set that this room uses. */
export type IssueCode =
  | 'invalid'
  | 'structure'
  | 'required'
  | 'value'
  | 'invariant'
  | 'not-found'
  | 'duplicate'
  | 'code-invalid'
  | 'extension'
  | 'too-long'
  | 'not-supported'
  | 'informational';

/**
 * One thing that is wrong (or odd) in a message. `expression` is the FHIRPath of the element, from the Bundle down.
 * `diagnostics` says the rule; it never repeats a value that was sent, so no health information leaks through an error.
 */
export type Issue = {
  readonly severity: 'error' | 'warning';
  readonly code: IssueCode;
  readonly expression: string;
  readonly diagnostics: string;
};

/** The message cannot be processed: 4xx with one OperationOutcome (first failure channel of PAS). */
export type Unprocessable = {
  readonly kind: 'unprocessable';
  readonly issues: readonly Issue[];
};
