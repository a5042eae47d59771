import type { Case, CaseItem } from '../case/state.ts';
import { earlierOf, type Instant } from '../time/instant.ts';
import type { CaseNotice } from './delivery.ts';
import type { OralNotice } from './event.ts';

/**
 * When a letter counts as sent: on the portal when it was put there, by mail or fax when the server took it, on paper when it was
 * handed to the carrier (42 CFR 422.568, 422.572). Where the plan does not follow its paper letters, when they were issued.
 */
export const sentAt = (c: Case, notice: CaseNotice): Instant | undefined => {
  if (notice.countsWhen !== 'deposited') return notice.issuedAt;
  const steps = c.deliverySteps.filter((s) => s.data.noticeId === notice.noticeId);
  if (notice.channel === 'portal') return notice.issuedAt;
  const moments = steps.flatMap((s): readonly Instant[] => {
    if (s.type === 'NoticeDeliveryMailed') return [s.data.mailedAt];
    if (s.type === 'NoticeDeliverySent') return [s.at];
    return s.type === 'NoticeDeliveryQueued' && s.data.channel === 'portal' ? [s.at] : [];
  });
  return moments.reduce<Instant | undefined>((first, m) => (first === undefined ? m : earlierOf(first, m)), undefined);
};

/** Letters that tell this reader of the decision on a line: of the present one, or of the former that `item` holds. */
const lettersOn = (c: Case, item: CaseItem, audience: OralNotice['audience']): readonly CaseNotice[] =>
  c.notices.filter(
    (n) =>
      (n.kind === 'approval' || n.kind === 'adverseDetermination') &&
      n.audience === audience &&
      n.itemSequences.includes(item.sequence) &&
      (!n.outdatedFor.includes(item.sequence) ||
        (item.determination !== undefined && n.issuedAt >= item.determination.decidedAt)),
  );

const earliest = (moments: readonly (Instant | undefined)[]): Instant | undefined =>
  moments.filter((m) => m !== undefined).toSorted()[0];

/** The spoken notice stands for the written one where a rule says so, while the written one is not late. */
const spokenAt = (c: Case, item: CaseItem, audience: OralNotice['audience'], writtenAt: Instant | undefined) =>
  earliest(
    c.oralNotices
      .filter((o) => o.rule && o.audience === audience && o.itemSequences.includes(item.sequence))
      .filter((o) => item.determination && o.givenAt >= item.determination.decidedAt)
      .filter((o) => writtenAt === undefined || o.writtenDueAt === undefined || writtenAt <= o.writtenDueAt)
      .map((o) => o.givenAt),
  );

const toldOf = (c: Case, item: CaseItem, audience: OralNotice['audience']): Instant | undefined => {
  const writtenAt = earliest(lettersOn(c, item, audience).map((n) => sentAt(c, n)));
  return earliest([writtenAt, spokenAt(c, item, audience, writtenAt)]);
};

/** When both readers had been told of the decision on each of these lines; `undefined` while one has not. */
export const allToldAt = (c: Case, items: readonly CaseItem[]): Instant | undefined => {
  const wanted = items.filter((i) => i.determination && i.determination.outcome !== 'notRequired');
  const told = wanted.flatMap((i) => [toldOf(c, i, 'member'), toldOf(c, i, 'provider')]);
  return told.some((m) => m === undefined)
    ? undefined
    : told
        .filter((m) => m !== undefined)
        .toSorted()
        .at(-1);
};

/** Spoken notices whose written one has not followed. */
export const writtenOwed = (c: Case): readonly OralNotice[] =>
  c.oralNotices.filter((o) =>
    o.itemSequences.some((n) => {
      const item = c.items.find((i) => i.sequence === n);
      return item?.determination && lettersOn(c, item, o.audience).every((l) => sentAt(c, l) === undefined);
    }),
  );
