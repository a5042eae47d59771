import type { Case } from '../case/state.ts';
import { caseStatus, openInformationRequest, openItems } from '../case/status.ts';
import { type Determination, isAdverse } from '../determination/determination.ts';
import type { Fact, FactValue } from '../fact/fact.ts';
import { all } from '../logic/truth.ts';
import { presentStage } from '../stay/review.ts';

/** What is left denied on appeal is told by the letter of the appeal, with the rights that follow it. */
const toldByAppeal = (d: Determination): boolean => d.onReview?.kind === 'appeal' && isAdverse(d);

/** The letter of the first decision stays in the record, but tells nobody of what a review authorized later. */
const tellsOf = (n: Case['notices'][number], d: Determination | undefined): boolean =>
  !d?.onReview || (n.kind === 'approval' && n.issuedAt >= d.decidedAt);

/** Determined items whose present determination is in no notice yet, to either reader. */
export const itemsWithoutNotice = (c: Case): readonly number[] =>
  c.items
    .filter((i) => i.determination && i.determination.outcome !== 'notRequired' && !toldByAppeal(i.determination))
    .filter((i) =>
      (['member', 'provider'] as const).some(
        (audience) =>
          !c.notices.some(
            (n) =>
              n.clockId === undefined &&
              n.appealId === undefined &&
              tellsOf(n, i.determination) &&
              n.audience === audience &&
              n.itemSequences.includes(i.sequence) &&
              !n.outdatedFor.includes(i.sequence),
          ),
      ),
    )
    .map((i) => i.sequence);

/** The state of a case in the same shape as clinical facts, so that one evaluator reads both. Keys begin with `case.`. */
export const caseFacts = (c: Case): readonly Fact[] => {
  const fact = (key: string, value: FactValue): Fact => ({
    id: `case.${key}`,
    key: `case.${key}`,
    value,
    source: { kind: 'request', field: key },
  });
  const code = (key: string, value: string) => fact(key, { kind: 'code', value });
  const yes = (key: string, value: boolean) => fact(key, { kind: 'boolean', value });
  const open = openItems(c);
  const read = c.evaluations.filter((e) => open.some((i) => i.sequence === e.itemSequence));
  return [
    code('status', caseStatus(c)),
    code('urgency', c.urgency),
    code('lineOfBusiness', c.request.coverage.lineOfBusiness),
    code('reviewType', presentStage(c)),
    code('channel', c.request.channel),
    code('criteria', read.length === 0 ? 'none' : all(read.map((e) => e.truth))),
    yes('assigned', c.assignee !== undefined),
    yes('reviewed', c.reviews.length > 0),
    yes(
      'referred',
      c.referred.some((r) => open.some((i) => i.sequence === r.itemSequence)),
    ),
    yes('informationOpen', openInformationRequest(c) !== undefined),
    yes(
      'deadlineMissed',
      c.missedDeadlines.some((m) => m.itemSequences.some((n) => open.some((i) => i.sequence === n))),
    ),
    yes('noticesMissing', itemsWithoutNotice(c).length > 0),
  ];
};
