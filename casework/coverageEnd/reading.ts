import { type AdvanceRule, type MedicareRule, medicareRuleOf } from '@openum/content/coverageEnd/load.ts';
import type { Refusal } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { openReview, standingEnds } from '@openum/domain/coverageEnd/coverageEnd.ts';
import {
  coverageContinues,
  type NoticeDuty,
  noticeDuties,
  qioAnswerBy,
  qioRequestBy,
} from '@openum/domain/coverageEnd/duty.ts';
import { reductionProblem } from '@openum/domain/coverageEnd/reducible.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { locksOf } from '../reopening/basis.ts';
import { advanceFor } from './commandOf.ts';
import { ruleBook } from './ruleBook.ts';

/** What the rules say about the end of what this case covers. */
export type CoverageEndReading = {
  readonly duties: readonly NoticeDuty[];
  /** Of each end that stands: until when a review can be asked for, and whether coverage goes on meanwhile. */
  readonly ends: readonly {
    readonly endId: string;
    readonly requestBy?: Instant;
    /** By when an answer to the open review is expected. */
    readonly answerBy?: Instant;
    readonly reviewOpen: boolean;
    readonly continues: boolean;
  }[];
  /** The rule that a detailed explanation would start from. */
  readonly coverageRule?: Pick<MedicareRule, 'name' | 'citation' | 'text'>;
  /** How a cut of an authorization must be told in advance, were it decided now. */
  readonly advance: {
    readonly days: number;
    readonly earliestEnd: CalendarDate;
    readonly citation: string;
    readonly exceptions: AdvanceRule['exceptions'];
  };
  /** Every line that was decided, with what keeps it from being cut. */
  readonly lines: readonly { readonly itemSequence: number; readonly refusal?: Refusal }[];
};

export const readCoverageEnd = (c: Case, knowledge: Knowledge, now: Instant): CoverageEndReading => {
  const rules = ruleBook(knowledge);
  const { rule, earliestEnd } = advanceFor(c, now);
  const locks = locksOf(c, knowledge);
  const coverageRule = medicareRuleOf(c.request.setting);
  return {
    duties: noticeDuties(c, rules),
    ends: standingEnds(c).map((end) => {
      const requestBy = qioRequestBy(c, end, rules);
      const answerBy = qioAnswerBy(c, end, rules);
      return {
        endId: end.endId,
        ...(requestBy ? { requestBy } : {}),
        ...(answerBy ? { answerBy } : {}),
        reviewOpen: openReview(end) !== undefined,
        continues: coverageContinues(c, end, rules),
      };
    }),
    ...(coverageRule ? { coverageRule } : {}),
    advance: { days: rule.days, earliestEnd, citation: rule.citation, exceptions: rule.exceptions },
    lines: c.items
      .filter((i) => i.determination)
      .map((item) => {
        const refusal = reductionProblem(c, item, locks, now);
        return { itemSequence: item.sequence, ...(refusal ? { refusal } : {}) };
      }),
  };
};
