const named: Readonly<Record<string, string>> = {
  interqual: 'InterQual',
  mcg: 'MCG',
  asam: 'ASAM Criteria',
  otherProduct: 'Another product',
  locadtr: 'LOCADTR',
  locus: 'LOCUS',
  calocus: 'CALOCUS',
  otherTool: 'Another tool',
};

/** A product or a tool by its name. */
export const productWord = (code: string): string => named[code] ?? code;

export const overrideWord: Readonly<Record<string, string>> = {
  none: 'As the tool recommends',
  up: 'The assessor chose a higher level',
  down: 'The assessor chose a lower level',
};
