import type { LinkMailResult } from '../peerToPeer/event.ts';
import type { Instant } from '../time/instant.ts';

/** A way in for the provider who was asked and has no account. The token of the link is nowhere in the record. */
export type LinkMade = {
  readonly requestId: string;
  readonly to: { readonly name: string; readonly npi: string };
  readonly until: Instant;
  /** Absent: the plan hands it over itself. */
  readonly mail?: LinkMailResult;
};

export type InformationLinkEvent = { readonly type: 'InformationLinkMade'; readonly data: LinkMade };
