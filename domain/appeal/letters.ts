import type { Case } from '../case/state.ts';
import type { NoticeAudience } from '../notice/document.ts';
import { expediteDeclined } from '../urgency/told.ts';
import { type Appeal, isExternalAppeal } from './appeal.ts';

const appealNoticeKinds = [
  'appealAcknowledgement',
  'appealResolution',
  'appealDismissal',
  'appealExtension',
  'appealExpediteRefused',
  'appealAidContinuing',
  'appealForwarded',
  'appealLapse',
] as const;
export type AppealNoticeKind = (typeof appealNoticeKinds)[number];

export const isAppealKind = (kind: string): kind is AppealNoticeKind =>
  (appealNoticeKinds as readonly string[]).includes(kind);

export type OwedAppealLetter = {
  readonly appealId: string;
  readonly kind: AppealNoticeKind;
  readonly audience: NoticeAudience;
  readonly clockId?: string;
};

const both: readonly NoticeAudience[] = ['member', 'provider'];
const memberOnly: readonly NoticeAudience[] = ['member'];

const refusalClock = (a: Appeal): string | undefined =>
  a.expediteRefused?.clocks.find((k) => k.startEvent === expediteDeclined)?.clockId;

/** Letters that what has happened to this appeal demands, sent or not. */
const demanded = (c: Case, a: Appeal): readonly OwedAppealLetter[] => {
  const { appealId } = a;
  const letters = (kind: AppealNoticeKind, to: readonly NoticeAudience[], clockId?: string): OwedAppealLetter[] =>
    to.map((audience) => ({ appealId, kind, audience, ...(clockId ? { clockId } : {}) }));
  const lapses = c.missedDeadlines.filter(
    (m) => a.clocks.some((k) => k.clockId === m.clockId) && ['exhausted', 'reverses'].includes(m.lapseEffect),
  );
  return [
    ...(a.because === 'requested' ? letters('appealAcknowledgement', memberOnly) : []),
    ...(a.expediteRefused ? letters('appealExpediteRefused', memberOnly, refusalClock(a)) : []),
    ...(a.aid ? letters('appealAidContinuing', memberOnly) : []),
    ...a.extensions.flatMap((x) => letters('appealExtension', memberOnly, x.clockId)),
    ...lapses.flatMap((m) => letters('appealLapse', memberOnly, m.clockId)),
    ...(isExternalAppeal(a) && a.forwarded ? letters('appealForwarded', memberOnly) : []),
    ...(a.dismissed ? letters('appealDismissal', memberOnly) : []),
    ...(a.decided ? letters('appealResolution', both) : []),
  ];
};

/** Letters that the appeals of this case demand, sent or not. */
export const appealLetters = (c: Case): readonly OwedAppealLetter[] => c.appeals.flatMap((a) => demanded(c, a));

/** Letters about appeals that have not gone out. */
export const appealLettersOwed = (c: Case): readonly OwedAppealLetter[] =>
  appealLetters(c).filter(
    (owed) =>
      !c.notices.some(
        (n) =>
          n.appealId === owed.appealId &&
          n.kind === owed.kind &&
          n.audience === owed.audience &&
          n.clockId === owed.clockId,
      ),
  );

type Letter = Pick<OwedAppealLetter, 'audience' | 'clockId'> & { readonly appealId?: string; readonly kind: string };

export const isOwedAppealLetter = (c: Case, letter: Letter): boolean =>
  appealLettersOwed(c).some(
    (owed) =>
      owed.appealId === letter.appealId &&
      owed.kind === letter.kind &&
      owed.audience === letter.audience &&
      owed.clockId === letter.clockId,
  );
