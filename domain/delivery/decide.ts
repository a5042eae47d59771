import type { CaseCommand } from '../case/command.ts';
import { blank, type Decided, required } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { isRefusal, type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import type { Instant } from '../time/instant.ts';
import type { DeliveryCommand, DeliveryReport } from './command.ts';
import { type CaseNotice, type DeliveryStatus, deliveryOf, deliveryStatuses, noticesToAnnounce } from './delivery.ts';
import { type DeliveryChannel, sendingChannels } from './event.ts';
import { notBefore } from './minute.ts';

type Command<T extends DeliveryCommand['type']> = Extract<CaseCommand, { type: T }>;

/** Where a letter must be for a report about it to make sense. */
const after: Record<DeliveryReport['kind'], readonly DeliveryStatus[]> = {
  queued: ['toSend', 'sent', 'toPrint', 'printed', 'mailed', 'inPortal', 'viewed', 'delivered', 'returned'],
  sent: ['toSend'],
  failed: ['toSend'],
  announced: deliveryStatuses,
  printed: ['toPrint', 'printed'],
  mailed: ['toPrint', 'printed'],
  confirmed: ['sent', 'mailed', 'inPortal', 'viewed'],
  returned: ['sent', 'printed', 'mailed', 'delivered'],
  closed: ['returned'],
};

const statusWords: Record<DeliveryStatus, string> = {
  toSend: 'waiting to be sent',
  sent: 'sent',
  toPrint: 'waiting for print',
  printed: 'printed',
  mailed: 'mailed',
  inPortal: 'in the portal',
  viewed: 'opened in the portal',
  delivered: 'delivered',
  returned: 'returned',
  closed: 'closed',
  replaced: 'replaced by another letter',
};

const addressProblem = (
  audience: CaseNotice['audience'],
  channel: DeliveryChannel,
  sendTo: string | undefined,
): Refusal | undefined => {
  if (channel === 'portal' && audience === 'member')
    return refuse('fieldInvalid', { field: 'channel', problem: 'members have no portal' });
  if (!(sendingChannels as readonly string[]).includes(channel)) return undefined;
  if (sendTo === undefined || blank(sendTo)) return refuse('fieldMissing', { field: 'sendTo' });
  const right = channel === 'email' ? /^[^@\s]+@[^@\s]+\.[^@\s]+$/ : /^\+?[\d\s().-]{10,20}$/;
  const problem = channel === 'email' ? 'it must be an e-mail address' : 'it must be a fax number with area code';
  return right.test(sendTo.trim()) ? undefined : refuse('fieldInvalid', { field: 'sendTo', problem });
};

const mailedProblem = (notice: CaseNotice, mailedAt: Instant, now: Instant): Refusal | undefined =>
  mailedAt > now || mailedAt < notice.issuedAt
    ? refuse('fieldInvalid', { field: 'mailedAt', problem: 'it must lie between the issue of the letter and now' })
    : undefined;

/** A letter that came back by mail or fax goes on paper: the deadline does not wait for a better address. */
const fallBack = (c: Case, notice: CaseNotice, because: string): readonly CaseEvent[] => {
  const { channel } = deliveryOf(c, notice);
  return channel === 'email' || channel === 'fax'
    ? [{ type: 'NoticeDeliveryQueued', data: { noticeId: notice.noticeId, channel: 'print', because } }]
    : [];
};

const reported = (c: Case, notice: CaseNotice, report: DeliveryReport, now: Instant): Decided => {
  const { noticeId } = notice;
  const { status, sendTo = '' } = deliveryOf(c, notice);
  if (!after[report.kind].includes(status)) return refuse('deliveryOutOfOrder', { status: statusWords[status] });
  switch (report.kind) {
    case 'queued': {
      const { channel, because } = report;
      const to = report.sendTo?.trim();
      const data = { noticeId, channel, because, ...(to ? { sendTo: to } : {}) };
      return (
        required('because', because) ??
        addressProblem(notice.audience, channel, to) ?? [{ type: 'NoticeDeliveryQueued', data }]
      );
    }
    case 'sent': {
      const { channel, response, attempts } = report;
      return [{ type: 'NoticeDeliverySent', data: { noticeId, channel, sendTo, response, attempts } }];
    }
    case 'failed': {
      const { channel, reason, attempts } = report;
      return [
        { type: 'NoticeDeliveryFailed', data: { noticeId, channel, reason, attempts } },
        ...fallBack(c, notice, 'It could not be sent.'),
      ];
    }
    case 'announced': {
      const { accepted, response } = report;
      return noticesToAnnounce(c).includes(notice)
        ? [{ type: 'NoticeDeliveryAnnounced', data: { noticeId, accepted, response } }]
        : refuse('deliveryOutOfOrder', { status: statusWords[status] });
    }
    case 'printed':
      return [{ type: 'NoticeDeliveryPrinted', data: { noticeId, batchId: report.batchId } }];
    case 'mailed': {
      const { kind: _, ...rest } = report;
      const mailed = { ...rest, mailedAt: notBefore(report.mailedAt, notice.issuedAt) };
      return (
        required('carrier', report.carrier) ??
        mailedProblem(notice, mailed.mailedAt, now) ?? [{ type: 'NoticeDeliveryMailed', data: { noticeId, ...mailed } }]
      );
    }
    case 'confirmed':
      return (
        required('evidence', report.evidence) ?? [
          { type: 'NoticeDeliveryConfirmed', data: { noticeId, evidence: report.evidence } },
        ]
      );
    case 'returned':
      return (
        required('reason', report.reason) ?? [
          { type: 'NoticeDeliveryReturned', data: { noticeId, reason: report.reason } },
          ...fallBack(c, notice, 'It came back.'),
        ]
      );
    case 'closed':
      return (
        required('reason', report.reason) ?? [
          { type: 'NoticeDeliveryClosed', data: { noticeId, reason: report.reason } },
        ]
      );
    default: {
      const never: never = report;
      return never;
    }
  }
};

const report = (c: Case, command: Command<'ReportDelivery'>): Decided => {
  if (command.noticeIds.length === 0) return refuse('fieldMissing', { field: 'noticeIds' });
  const machine = ['sent', 'failed', 'announced'].includes(command.report.kind);
  if (machine && command.actor.kind !== 'system')
    return refuse('fieldInvalid', { field: 'report', problem: 'what a server took is written down by the system' });
  const events: CaseEvent[] = [];
  for (const noticeId of new Set(command.noticeIds)) {
    const notice = c.notices.find((n) => n.noticeId === noticeId);
    if (!notice) return refuse('noticeUnknown');
    const decided = reported(c, notice, command.report, command.now);
    if (isRefusal(decided)) return decided;
    events.push(...decided);
  }
  return events;
};

const viewed = (c: Case, { noticeId, viewedBy }: Command<'RecordNoticeViewed'>): Decided => {
  const notice = c.notices.find((n) => n.noticeId === noticeId && n.audience === 'provider');
  if (!notice) return refuse('noticeUnknown');
  const { status } = deliveryOf(c, notice);
  if (status !== 'inPortal') return refuse('deliveryOutOfOrder', { status: statusWords[status] });
  return [{ type: 'NoticeDeliveryViewed', data: { noticeId, viewedBy } }];
};

const giveOral = (c: Case, command: Command<'GiveOralNotice'>): Decided => {
  const { oralNoticeId, itemSequences, audience, spokenTo, number, rule, writtenDueAt, now } = command;
  const decided = c.items.filter((i) => itemSequences.includes(i.sequence)).flatMap((i) => i.determination ?? []);
  const givenAt = decided.reduce((at, d) => notBefore(at, d.decidedAt), command.givenAt);
  if (itemSequences.length === 0) return refuse('itemsMissing');
  for (const n of itemSequences) {
    const item = c.items.find((i) => i.sequence === n);
    if (!item) return refuse('itemUnknown', { item: n });
    if (!item.determination) return refuse('noticeWithoutDetermination', { item: n });
    if (givenAt < item.determination.decidedAt || givenAt > now)
      return refuse('fieldInvalid', { field: 'givenAt', problem: 'it must lie between the decision and now' });
  }
  const data = {
    oralNoticeId,
    itemSequences,
    audience,
    spokenTo,
    number,
    givenAt,
    ...(rule && writtenDueAt ? { rule, writtenDueAt } : {}),
  };
  return required('spokenTo', spokenTo) ?? required('number', number) ?? [{ type: 'OralNoticeGiven', data }];
};

export const decideDelivery = (c: Case, command: Command<DeliveryCommand['type']>): Decided => {
  switch (command.type) {
    case 'ReportDelivery':
      return report(c, command);
    case 'RecordNoticeViewed':
      return viewed(c, command);
    case 'GiveOralNotice':
      return giveOral(c, command);
    default: {
      const never: never = command;
      return never;
    }
  }
};
