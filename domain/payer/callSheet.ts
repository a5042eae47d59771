import { coverageOf } from '../episode/ledger.ts';
import { type Episode, type EpisodeTalk, finalAnswer, programmeOn } from '../episode/state.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';
import type { PayerCard, Said, TalkSpeaker } from './card.ts';
import { levelRule } from './question.ts';

/** What a clinician has in front of them when they call: only what the record holds. */
export type TalkSheet = {
  readonly levelOfCare: string;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly daysInCare: number;
  readonly criteria?: Said<string>;
  readonly wants?: Said<readonly string[]>;
  readonly speaker?: Said<TalkSpeaker>;
  /** What was sent, newest first. */
  readonly told: readonly { readonly at: Instant; readonly text: string }[];
  /** What the payer said against it, newest first. */
  readonly against: readonly { readonly at: Instant; readonly text: string }[];
  /** By the last check of the note: what the criteria ask for and the note does not show, and what speaks against it. */
  readonly missing: readonly string[];
  readonly contradicted: readonly string[];
  readonly checkedAt?: Instant;
  /** Cents of days that hang on it. */
  readonly atStake: number;
};

export const talkSheet = (e: Episode, talk: EpisodeTalk, card: PayerCard | undefined): TalkSheet => {
  const s = e.submissions.find((x) => x.submissionId === talk.submissionId) ?? e.submissions.at(-1);
  const levelOfCare = s?.levelOfCare ?? (e.levels.at(-1) ?? e.levels[0]).programme.levelOfCare;
  const rule = levelRule(card, levelOfCare);
  const denial = e.denials.findLast((d) => d.submissionId === s?.submissionId);
  const check = e.noteChecks.findLast((c) => c.levelOfCare === levelOfCare);
  const open = s
    ? coverageOf(e).filter(({ service, state }) => state !== 'covered' && s.from <= service.on && service.on <= s.to)
    : [];
  const granted = s && finalAnswer(s)?.outcome === 'approved';
  const reasons = (s?.answers ?? []).flatMap((a) => (a.reason ? [{ at: a.answeredAt, text: a.reason }] : []));
  return {
    levelOfCare,
    ...(s ? { from: s.from, to: s.to } : {}),
    daysInCare: new Set(e.services.filter((x) => !x.withdrawn).map((x) => x.on)).size,
    ...(rule?.criteria ? { criteria: rule.criteria } : {}),
    ...(rule?.wants ? { wants: rule.wants } : {}),
    ...(card?.talkSpeaker ? { speaker: card.talkSpeaker } : {}),
    told: s
      ? [
          ...s.informationSent.map((i) => ({ at: i.sentAt, text: i.summary })).toReversed(),
          { at: s.sentAt, text: s.clinicalSummary },
        ]
      : [],
    against: [...(talk.reason ? [{ at: talk.offeredAt, text: talk.reason }] : []), ...reasons.toReversed()],
    missing: check?.missing ?? [],
    contradicted: check?.contradicted ?? [],
    ...(check ? { checkedAt: check.at } : {}),
    atStake: granted
      ? 0
      : (denial?.amount ??
        (open.reduce((sum, m) => sum + m.atStake, 0) || (s?.units ?? 0) * (s ? programmeOn(e, s.from).charge : 0))),
  };
};
