import { roles } from '@openum/domain/actor/actor.ts';
import { placeholdersOf } from '@openum/domain/notice/text.ts';
import type { PeerToPeerPolicy } from '@openum/domain/peerToPeer/policy.ts';
import { z } from 'zod';
import mailJson from './mail.json' with { type: 'json' };
import policyJson from './policy.json' with { type: 'json' };

const minutesBefore = z.number().int().positive();
const reminder = z.union([
  z.strictObject({ id: z.string().min(1), about: z.enum(['agreed', 'window']), minutesBefore }),
  z.strictObject({ id: z.string().min(1), about: z.literal('window'), share: z.number().gt(0).lt(1) }),
]);

const policyShape = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  provenance: z.string().min(1),
  escalateAtShare: z.number().gt(0).lt(1),
  reminders: z
    .array(reminder)
    .min(1)
    .refine((all) => new Set(all.map((r) => r.id)).size === all.length, 'an id occurs twice'),
  alertRoles: z.array(z.enum(roles)).min(1),
});

/** Reads and checks how talks are kept from being missed. Throws with the field at fault. */
export const readPeerToPeerPolicy = (json: unknown): PeerToPeerPolicy => {
  const read = policyShape.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`content/peerToPeer/policy.json: ${issue?.path.join('.')}: ${issue?.message}`);
};

export const loadPeerToPeerPolicy = (): PeerToPeerPolicy => readPeerToPeerPolicy(policyJson);

export type TalkMail = { readonly subject: string; readonly text: string };
export type TalkMails = Readonly<Record<'link' | 'agreed' | 'window', TalkMail>>;

/** Values that a mail about a talk may name; none of them is about anybody's health. */
const known = ['plan.name', 'plan.phone', 'clinician', 'until', 'when', 'link'];

export const loadTalkMails = (): TalkMails => {
  for (const [name, { subject, text }] of Object.entries(mailJson.mails))
    for (const value of placeholdersOf(`${subject} ${text}`))
      if (!known.includes(value))
        throw new Error(`content/peerToPeer/mail.json: ${name}: nothing is known of ${value}`);
  return mailJson.mails;
};
