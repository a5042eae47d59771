import type { Appeal } from '../appeal/appeal.ts';
import type { Case, CaseItem } from '../case/state.ts';
import type { ClockReceipt } from '../clock/receipt.ts';
import { element, type FileElement, notApplicable } from './element.ts';
import { channelText } from './words.ts';

/** The appeal of the line that was decided last: the one that is in the universe. */
export const decidedAppeal = (c: Case, item: CaseItem): Appeal | undefined =>
  c.appeals
    .filter((a) => (a.decided ?? a.externalDecision)?.lines.some((l) => l.itemSequence === item.sequence))
    .toSorted((a, b) => {
      const at = (x: Appeal) => (x.decided ?? x.externalDecision)?.at ?? '';
      return at(a) < at(b) ? -1 : 1;
    })
    .at(-1);

/** Everybody who decided this line before the appeal. */
const earlierDeciders = (item: CaseItem): readonly string[] =>
  [...item.earlierDeterminations, ...(item.determination ? [item.determination] : [])].flatMap((d) =>
    d.by.kind === 'person' ? [d.by.userId] : [],
  );

const reviewerElements = (a: Appeal, item: CaseItem): readonly FileElement[] => {
  const labels = ['Reviewer who took no part before', 'Title and credentials of the reviewer'] as const;
  if (!a.decided)
    return labels.map((label, i) =>
      notApplicable(`reviewer${i}`, label, `Decided outside, by ${a.externalDecision?.decidedBy ?? 'another body'}`),
    );
  const { by } = a.decided;
  if (by.kind !== 'person')
    return labels.map((label, i) => element(`reviewer${i}`, label, false, 'No person is named'));
  const involved = earlierDeciders(item).includes(by.userId);
  const q = by.qualification;
  return [
    element('reviewer0', labels[0], !involved, involved ? `${by.name} decided before` : by.name),
    element(
      'reviewer1',
      labels[1],
      q !== undefined,
      q ? `${q.profession}, ${q.specialties.join(', ') || 'no specialty named'}` : 'None in the record',
    ),
  ];
};

/** What an appeal file has to show (NCQA UM 8 and UM 9). `receipts` are those of the appeal’s own clocks. */
export const appealFile = (c: Case, item: CaseItem, receipts: readonly ClockReceipt[]): readonly FileElement[] => {
  const a = decidedAppeal(c, item);
  if (!a) return [element('appeal', 'Appeal of the line', false, 'No decided appeal of this line is in the record')];
  const line = (a.decided ?? a.externalDecision)?.lines.find((l) => l.itemSequence === item.sequence);
  const reason = line === undefined ? '' : 'rationale' in line ? line.rationale : line.summary;
  const letter = c.notices.find((n) => n.appealId === a.appealId && n.kind === 'appealResolution');
  const late = receipts.filter((r) => r.hard && r.state === 'missed');
  return [
    element(
      'filed',
      'Appeal, when, how and by whom',
      true,
      `${a.number}, by ${a.filedBy?.name ?? 'the plan'}, by ${channelText[a.channel]}`,
      a.receivedAt,
    ),
    element('substance', 'Substance of the appeal', a.statement.trim() !== '', a.statement || 'No statement'),
    element(
      'investigation',
      'Investigation: what was gathered and read',
      a.decided === undefined || a.decided.evidenceOpened.length + a.exhibits.length > 0,
      `${a.exhibits.length} exhibits, ${a.informationRequests.length} requests, ${a.decided?.evidenceOpened.length ?? 0} documents opened`,
    ),
    ...reviewerElements(a, item),
    element(
      'decision',
      'Decision on the line, with its reason',
      reason.trim() !== '',
      line ? `${line.outcome}: ${reason}` : 'Missing',
      (a.decided ?? a.externalDecision)?.at,
    ),
    a.decided
      ? element(
          'notice',
          'Notice of the resolution',
          letter !== undefined,
          letter ? `Template ${letter.templateId} ${letter.templateVersion}` : 'No letter went out',
          letter?.issuedAt,
        )
      : notApplicable('notice', 'Notice of the resolution', 'The body outside tells the member'),
    element(
      'timely',
      'Resolution and notice in time',
      receipts.length > 0 && late.length === 0,
      late.length > 0
        ? `Late by ${late.map((r) => r.ruleId).join(', ')}`
        : receipts.length === 0
          ? 'No clock of this appeal is in the record'
          : `In time by ${receipts.map((r) => r.ruleId).join(', ')}`,
    ),
  ];
};
