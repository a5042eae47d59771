const within = 'document:';

/** Where a file comes from that was taken out of another document. */
export const originWithin = (documentId: string): string => `${within}${documentId}`;

/** The document out of which it was taken; undefined where it came by itself. */
export const holderOf = ({ origin }: { readonly origin: string }): string | undefined =>
  origin.startsWith(within) ? origin.slice(within.length) : undefined;
