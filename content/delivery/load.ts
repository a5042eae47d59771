import type { LineOfBusiness, Urgency } from '@openum/domain/case/request.ts';
import type { Duration } from '@openum/domain/clock/rule.ts';
import { placeholderNames } from '@openum/domain/notice/placeholders.ts';
import { placeholdersOf } from '@openum/domain/notice/text.ts';
import { calendarById } from '../calendar/load.ts';
import mailJson from './mail.json' with { type: 'json' };
import oralJson from './oralNotice.json' with { type: 'json' };

export const mailKinds = ['announcement', 'portal', 'attached', 'fax'] as const;
export type MailKind = (typeof mailKinds)[number];

/** May name the plan and nothing else. */
export type MailText = { readonly subject: string; readonly text: string };

/** Where a spoken notice stands until the written one follows, and how soon that must be. */
export type OralNoticeRule = {
  readonly id: string;
  readonly linesOfBusiness: readonly LineOfBusiness[];
  readonly urgency: Urgency;
  readonly writtenWithin: Duration;
  readonly calendar: string;
  readonly citation: string;
};

export type DeliveryContent = {
  readonly mails: Readonly<Record<MailKind, MailText>>;
  readonly oralNoticeRules: readonly OralNoticeRule[];
};

/** Throws when a mail could carry anything of a case, or a rule counts by a calendar that there is not. */
export const loadDeliveryContent = (): DeliveryContent => {
  const mails: DeliveryContent['mails'] = mailJson.mails;
  for (const kind of mailKinds) {
    const wrong = [mails[kind].subject, mails[kind].text]
      .flatMap(placeholdersOf)
      .filter((name) => !name.startsWith('plan.') || !placeholderNames.has(name));
    if (wrong.length > 0) throw new Error(`content/delivery/mail.json: ${kind} names ${wrong.join(', ')}`);
  }
  const oralNoticeRules = oralJson.rules as readonly OralNoticeRule[];
  for (const rule of oralNoticeRules) calendarById(rule.calendar);
  return { mails, oralNoticeRules };
};
