import type { MailKind } from '@openum/content/delivery/load.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { defaultSettings } from '@openum/domain/delivery/choose.ts';
import type { DeliveryReport } from '@openum/domain/delivery/command.ts';
import { type CaseNotice, deliveryOf, noticesToAnnounce, noticesToSend } from '@openum/domain/delivery/delivery.ts';
import { execute } from '../case/execute.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { Tenant } from '../port/identity.ts';
import type { Mail, Mailer, MailOutcome } from '../port/mailer.ts';
import type { Scope } from '../port/scope.ts';
import { mailText } from './mailText.ts';

/** With the waits of the outbox about a quarter of an hour of trying; then the letter goes on paper, so that no deadline waits for a server. */
const lastAttempt = 10;

type Sending = { readonly casework: Casework; readonly scope: Scope; readonly caseId: string; readonly tenant: Tenant };

const kindOf = (channel: 'email' | 'fax', attach: boolean): MailKind =>
  channel === 'fax' ? 'fax' : attach ? 'attached' : 'portal';

const addressOf = (mailer: Mailer, channel: 'email' | 'fax', sendTo: string): string | undefined =>
  channel === 'email' ? sendTo : mailer.faxAddress?.(sendTo);

const mailFor = async (
  { casework, scope, caseId, tenant }: Sending,
  mailer: Mailer,
  notice: CaseNotice,
  c: Case,
): Promise<Mail | undefined> => {
  const { channel, sendTo, steps } = deliveryOf(c, notice);
  if ((channel !== 'email' && channel !== 'fax') || !sendTo) return undefined;
  const to = addressOf(mailer, channel, sendTo);
  if (to === undefined) return undefined;
  const { attachToMail } = (await casework.letters.contacts.settings(scope)) ?? defaultSettings;
  const kind = kindOf(channel, attachToMail);
  // Only practices have a portal; a member's mail without the letter would deliver nothing.
  if (kind === 'portal' && notice.audience === 'member') return undefined;
  const letter = kind === 'portal' ? undefined : await casework.cases.notice(scope, caseId, notice.noticeId);
  return {
    // Another way, or the same way once more, is another mail.
    mailId: `${notice.noticeId}.${steps.length}`,
    to,
    ...mailText(casework.knowledge.delivery.mails, kind, tenant),
    ...(letter ? { attachments: [{ filename: 'letter.pdf', contentType: 'application/pdf', bytes: letter.pdf }] } : {}),
  };
};

const trySend = (mailer: Mailer | undefined, mail: Mail | undefined): Promise<MailOutcome> | MailOutcome =>
  mailer && mail ? mailer.send(mail) : { kind: 'refused', reason: 'this installation cannot send it' };

const record = async ({ casework, scope, caseId }: Sending, noticeId: string, report: DeliveryReport) => {
  const executed = await execute(casework, scope, {
    caseId,
    command: () => ({
      type: 'ReportDelivery',
      actor: { kind: 'system', component: 'notices' },
      now: casework.environment.now(),
      noticeIds: [noticeId],
      report,
    }),
  });
  if (executed.kind === 'done') return;
  // Another worker, or a person, was there first.
  if (executed.kind === 'refused' && executed.refusal.code === 'deliveryOutOfOrder') return;
  throw new Error('what became of a letter could not be written down');
};

const sendLetter = async (sending: Sending, notice: CaseNotice, c: Case, attempts: number): Promise<boolean> => {
  const { mailer } = sending.casework;
  const { channel } = deliveryOf(c, notice);
  if (channel !== 'email' && channel !== 'fax') return true;
  const outcome = await trySend(mailer, mailer && (await mailFor(sending, mailer, notice, c)));
  if (outcome.kind === 'unavailable' && attempts < lastAttempt) return false;
  const report: DeliveryReport =
    outcome.kind === 'accepted'
      ? { kind: 'sent', channel, response: outcome.response, attempts }
      : { kind: 'failed', channel, reason: outcome.reason, attempts };
  await record(sending, notice.noticeId, report);
  return true;
};

/** A word by mail that a letter is in the post. It delivers nothing, so that one try after another is enough. */
const announce = async (sending: Sending, notice: CaseNotice, attempts: number): Promise<boolean> => {
  const { casework, tenant } = sending;
  const to = notice.announceTo;
  const mail = to && {
    mailId: `${notice.noticeId}.announced`,
    to,
    ...mailText(casework.knowledge.delivery.mails, 'announcement', tenant),
  };
  const outcome = await trySend(casework.mailer, mail || undefined);
  if (outcome.kind === 'unavailable' && attempts < lastAttempt) return false;
  const accepted = outcome.kind === 'accepted';
  await record(sending, notice.noticeId, {
    kind: 'announced',
    accepted,
    response: accepted ? outcome.response : outcome.reason,
  });
  return true;
};

/**
 * Sends what of the letters of a case goes by mail or fax. Safe to run again: what a server took is not sent twice, unless the process
 * ended between the server's answer and its record; then it goes again under the same message id. Throws when a server is to be asked
 * again later.
 */
export const sendLetters = async (
  casework: Casework,
  scope: Scope,
  caseId: string,
  attempts: number,
): Promise<void> => {
  const loaded = await loadCase(casework.cases, scope, caseId);
  const tenant = await casework.identity.tenant(scope);
  if (!loaded || !tenant) return;
  const sending = { casework, scope, caseId, tenant };
  const c = loaded.state;
  let later = 0;
  for (const notice of noticesToSend(c)) if (!(await sendLetter(sending, notice, c, attempts))) later++;
  for (const notice of noticesToAnnounce(c)) if (!(await announce(sending, notice, attempts))) later++;
  if (later > 0) throw new Error(`${later} to be sent again later`);
};
