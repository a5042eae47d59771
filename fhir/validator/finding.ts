/** A breach of a rule, without the value that broke it. */
export type Finding = { readonly path: string; readonly rule: string; readonly text: string };
