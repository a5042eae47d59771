import type { Casework } from '@openum/casework/casework.ts';
import type { Notifications } from '@openum/casework/port/notifications.ts';
import type { LiveHub } from './live/hub.ts';

/** What the routes need; given once by the composition root. */
export type HttpDeps = {
  readonly casework: Casework;
  readonly notifications: Notifications;
  readonly hub: LiveHub;
  /** Base of this server as senders see it, for addresses in FHIR answers. */
  readonly baseUrl: () => string;
};
