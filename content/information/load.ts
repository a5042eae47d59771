import { placeholdersOf } from '@openum/domain/notice/text.ts';
import { z } from 'zod';
import linkJson from './link.json' with { type: 'json' };

const shape = z.strictObject({
  version: z.string().min(1),
  provenance: z.string().min(1),
  /** How long a link goes on after the due moment of what was asked. */
  hoursAfterDue: z.number().int().positive(),
  mail: z.strictObject({ subject: z.string().min(1), text: z.string().min(1) }),
});

export type InformationLinkPolicy = z.infer<typeof shape>;

/** Values that the mail may name; none of them is about anybody's health. */
const known = ['plan.name', 'plan.phone', 'provider', 'until', 'due', 'link'];

/** Reads and checks how long links to a request for information last, and the mail with them. Throws with the field at fault. */
export const readInformationLinkPolicy = (json: unknown): InformationLinkPolicy => {
  const read = shape.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`content/information/link.json: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { subject, text } = read.data.mail;
  for (const value of placeholdersOf(`${subject} ${text}`))
    if (!known.includes(value)) throw new Error(`content/information/link.json: mail: nothing is known of ${value}`);
  return read.data;
};

export const loadInformationLinkPolicy = (): InformationLinkPolicy => readInformationLinkPolicy(linkJson);
