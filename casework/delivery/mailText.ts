import type { MailKind, MailText } from '@openum/content/delivery/load.ts';
import { fill } from '@openum/domain/notice/text.ts';
import type { Tenant } from '../port/identity.ts';

/** A mail's text with the name and numbers of the plan. A plan without a TTY number is reached by the relay service, 711. */
export const mailText = (mails: Readonly<Record<MailKind, MailText>>, kind: MailKind, tenant: Tenant): MailText => {
  const scope = {
    values: {
      'plan.name': tenant.name,
      'plan.phone': tenant.phone ?? 'the number on your card',
      'plan.tty': tenant.tty ?? '711',
      'plan.hours': tenant.hours ?? 'in office hours',
    },
    lists: {},
  };
  const { subject, text } = mails[kind];
  return { subject: fill(subject, scope) ?? subject, text: fill(text, scope) ?? text };
};
