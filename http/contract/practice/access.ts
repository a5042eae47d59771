import { grantableRoles } from '@openum/domain/practiceGrant/grant.ts';
import { z } from 'zod';
import { calendarDay, text } from './field.ts';

export type { AccessReading } from '@openum/casework/practice/grant/keep.ts';

/** POST /api/practice/access */
export const accessBody = z.strictObject({
  grantId: z.uuid(),
  email: z.email('must be an e-mail address').max(200),
  roles: z.array(z.enum(grantableRoles)).min(1, 'choose at least one').max(grantableRoles.length),
  from: calendarDay,
  through: calendarDay.exactOptional(),
});
export type AccessBody = z.input<typeof accessBody>;

/** POST /api/practice/access/:grantId/end */
export const endAccessBody = z.strictObject({ reason: text(500) });
