import type { Readable } from 'node:stream';
import type { Casework } from '@openum/casework/casework.ts';
import type { Notifications } from '@openum/casework/port/notifications.ts';
import type { ProofMaker } from '@openum/casework/proof/maker.ts';
import type { LiveHub } from './live/hub.ts';

/** What the routes need; given once by the composition root. */
export type HttpDeps = {
  readonly casework: Casework;
  readonly notifications: Notifications;
  readonly hub: LiveHub;
  readonly proofs: ProofMaker<Readable>;
  /** Base of this server as senders see it, for addresses in FHIR answers. */
  readonly baseUrl: () => string;
};
