/** Where a page of a list of cases ended: the moment that its last row stands by, if any, and its case id. Opaque to everyone else. */
export type Cursor = { readonly moment: string | undefined; readonly caseId: string };

export const writeCursor = (c: Cursor): string =>
  new TextEncoder()
    .encode(JSON.stringify([c.moment ?? null, c.caseId]))
    .toBase64({ alphabet: 'base64url', omitPadding: true });

/** Throws RangeError on a text that no page gave out. */
export const readCursor = (text: string): Cursor => {
  try {
    const parts: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.fromBase64(text, { alphabet: 'base64url' })));
    if (Array.isArray(parts) && typeof parts[1] === 'string' && (parts[0] === null || isMoment(parts[0])))
      return { moment: parts[0] ?? undefined, caseId: parts[1] };
  } catch {
    // Told below.
  }
  throw new RangeError('after: it is not where a page of this list ended');
};

const isMoment = (x: unknown): x is string =>
  typeof x === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(x);
