import type { Notification } from '@openum/casework/port/notifications.ts';
import { z } from 'zod';

/** GET /api/notifications: what the person was told, newest first. */
export type NotificationsView = { readonly rows: readonly Notification[]; readonly unread: number };

/** POST /api/notifications/read */
export const readNotificationsBody = z.object({ notificationIds: z.array(z.string().max(64)).min(1).max(200) });
