import { standsOn } from '@openum/domain/practiceGrant/grant.ts';
import type { ReminderStep } from '@openum/domain/practiceReminder/reminder.ts';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { Tenant } from '../../port/identity.ts';
import type { Mail, Mailer } from '../../port/mailer.ts';
import type { RaisedReminder } from '../../port/practiceReminders.ts';
import type { Watched } from './watch.ts';

/** Ten tries with two minutes between them; then the news in the product has to do. */
const limits = { limit: 200, restMinutes: 2, mostTries: 10 };

const stepLine: Record<ReminderStep, (n: number) => string> = {
  half: (n) => `${n} with half of the time gone`,
  deputy: (n) => `${n} in the last part of the time`,
  overdue: (n) => `${n} past due`,
  lapsed: (n) => `${n} whose window closed with nothing done`,
};

/** Numbers alone: neither patients, payers nor kinds of tasks are named, because mail crosses servers that are not the practice's. */
const mailOf = (to: string, practice: Tenant, reminders: readonly RaisedReminder[]): Mail => {
  const count = reminders.length;
  const byStep = Map.groupBy(reminders, (r) => r.step);
  return {
    mailId: `reminder-${reminders.map((r) => r.reminderId).toSorted()[0]}`,
    to,
    subject: count === 1 ? 'OpenUM: a task needs you' : `OpenUM: ${count} tasks need you`,
    text: [
      `${practice.name}: ${count === 1 ? 'a task needs' : `${count} tasks need`} you.`,
      '',
      ...[...byStep].map(([step, all]) => `- ${stepLine[step](all.length)}`),
      '',
      'Sign in to see them, and take them so that nobody else is called. Answers to this mail reach nobody.',
    ].join('\n'),
  };
};

/** Own people by their address here; people from outside by that of their own organization, while they are let in. */
const addressesOf = async (
  casework: Casework,
  practice: Tenant,
  now: Instant,
): Promise<ReadonlyMap<string, string>> => {
  const today = dateInZone(now, practice.zone);
  const [users, grants] = await Promise.all([
    casework.identity.users(practice),
    casework.practiceGrants.list(practice),
  ]);
  const found = new Map(users.filter((u) => u.active).map((u) => [u.userId, u.email]));
  for (const { to } of grants.filter((g) => standsOn(g, today))) {
    const user = await casework.identity.user({ tenantId: to.tenantId }, to.userId);
    if (user?.active) found.set(user.userId, user.email);
  }
  return found;
};

const sendTo = async (
  { practiceReminders, environment }: Casework,
  mailer: Mailer,
  practice: Tenant,
  email: string | undefined,
  reminders: readonly RaisedReminder[],
): Promise<number> => {
  const ids = reminders.map((r) => r.reminderId);
  const outcome = email ? await mailer.send(mailOf(email, practice, reminders)) : ({ kind: 'refused' } as const);
  if (outcome.kind === 'unavailable') return 0;
  const sent = outcome.kind === 'accepted';
  await practiceReminders.endMail(practice, ids, sent ? 'sent' : 'refused', environment.now());
  return sent ? 1 : 0;
};

/** One mail to each person with what has not been mailed yet. Without a mail server nothing is tried. Returns how many went. */
export const mailReminders = async (
  casework: Casework,
  practice: Tenant,
  now: Instant,
  stands: Watched['stands'],
): Promise<number> => {
  const { mailer, practiceReminders } = casework;
  if (!mailer) return 0;
  const taken = await practiceReminders.takeForMail(practice, now, limits);
  if (taken.length === 0) return 0;
  const live = (r: RaisedReminder): boolean => r.step === 'lapsed' || stands(r.episodeId, r.key);
  const over = taken.filter((r) => !live(r)).map((r) => r.reminderId);
  if (over.length > 0) await practiceReminders.endMail(practice, over, 'dropped', now);
  const addresses = await addressesOf(casework, practice, now);
  let sent = 0;
  for (const [userId, own] of Map.groupBy(taken.filter(live), (r) => r.userId))
    sent += await sendTo(casework, mailer, practice, addresses.get(userId), own);
  return sent;
};
