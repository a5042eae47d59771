import { type Appeal, isExternalAppeal } from '../appeal/appeal.ts';
import type { AppealNoticeKind } from '../appeal/letters.ts';
import type { Case } from '../case/state.ts';
import { isAdverse } from '../determination/determination.ts';
import { type CalendarDate, dateInZone, type Instant } from '../time/instant.ts';
import { type NoticeContext, reviewerLine } from './context.ts';
import type { NoticeAudience, NoticeDocument, NoticeItem } from './document.ts';
import { itemScope, requestedScope } from './itemScope.ts';
import { dateText } from './language.ts';
import { assertFits, layOut } from './layOut.ts';
import { letterScope } from './scope.ts';
import type { NoticeTemplate } from './template.ts';
import { fill, oneLine, printable, type Scope, within } from './text.ts';

/** What the record of the appeal does not hold and its letters say. */
export type AppealLetterFacts = {
  /** The last day of the plan's decision. */
  readonly dueAt?: Instant;
  /** The extension or the lapse that the letter is about. */
  readonly clockId?: string;
  readonly citation?: string;
  /** Who hears the appeal. */
  readonly bodyName?: string;
  /** By when a body outside that has the file should answer. */
  readonly answerBy?: Instant;
  /** The last day through which care that goes on is kept without another wish for it. */
  readonly aidUntil?: CalendarDate;
  /** Who decides next, by itself or when asked, and until when it can be asked. */
  readonly next?: {
    readonly name: string;
    readonly bodyName: string;
    readonly automatic: boolean;
    readonly lastDay?: CalendarDate;
  };
};

const lineOf = (a: Appeal, sequence: number) => a.decided?.lines.find((l) => l.itemSequence === sequence);

const factsOf = (theCase: Case, a: Appeal, sequence: number): NoticeItem => {
  const line = lineOf(a, sequence);
  const item = theCase.items.find((i) => i.sequence === sequence);
  const denials = [...(item?.earlierDeterminations ?? []), ...(item?.determination ? [item.determination] : [])];
  const clinical = denials.some((d) => isAdverse(d) && d.reasonClass === 'medicalNecessity');
  return {
    sequence,
    medicalNecessity: line !== undefined && line.outcome !== 'overturned' && clinical,
    somethingAuthorized: line?.authorized !== undefined,
    alternativesRecorded: false,
  };
};

const itemScopeOf = (
  theCase: Case,
  a: Appeal,
  sequence: number,
  audience: NoticeAudience,
  ctx: NoticeContext,
): Scope => {
  const item = theCase.items.find((i) => i.sequence === sequence);
  if (!item) throw new RangeError(`appeal ${a.number} is about line ${sequence}, which the case does not have`);
  const line = lineOf(a, sequence);
  const { words } = ctx.languagePack;
  const base =
    line && item.determination
      ? itemScope(theCase, item, item.determination, audience, ctx)
      : requestedScope(theCase, item, audience, ctx);
  return within(base, {
    values: {
      'item.reviewOutcome': line && words[`appeal.${line.outcome}`],
      'item.reviewReason': line && printable(audience === 'member' ? line.memberRationale : line.rationale),
    },
    lists: {
      'item.reviewCriteria': (line && line.outcome !== 'overturned' ? line.criteria : []).map((k) => ({
        values: {
          'criteria.name': oneLine(k.name),
          'criteria.version': oneLine(k.version),
          'criteria.citation': oneLine(k.citation),
        },
        lists: {},
      })),
    },
  });
};

const deciderOf = (theCase: Case, a: Appeal, ctx: NoticeContext): string | undefined => {
  const by = a.decided?.by;
  if (by?.kind !== 'person') return undefined;
  return reviewerLine(by.name, by.qualification, theCase.request.coverage.stateOfIssue, false, ctx.languagePack);
};

/** States may let a Medicaid plan ask back what it paid meanwhile (42 CFR 438.420(d)). */
const mayCost = (theCase: Case, a: Appeal): boolean =>
  a.aid?.granted === true && theCase.request.coverage.lineOfBusiness === 'medicaidManagedCare';

const aidValues = (theCase: Case, a: Appeal, facts: AppealLetterFacts, ctx: NoticeContext): Scope['values'] => {
  const { words } = ctx.languagePack;
  const { aid } = a;
  return {
    'review.aidAnswer': aid && words[aid.granted ? 'appeal.aid.granted' : 'appeal.aid.refused'],
    'review.aidReason': aid && printable(aid.reason),
    'review.aidFrom': aid?.period && dateText(aid.period.start, ctx.languagePack),
    'review.aidCost': mayCost(theCase, a) ? words['appeal.aid.cost'] : undefined,
    'review.aidUntil': facts.aidUntil && dateText(facts.aidUntil, ctx.languagePack),
  };
};

const whoDecides = (a: Appeal, { bodyName }: AppealLetterFacts, { languagePack: { words } }: NoticeContext) => {
  if (!isExternalAppeal(a)) return words['appeal.who.own'];
  const text = words['appeal.who.outside'];
  return text && fill(text, { values: { body: bodyName && oneLine(bodyName) }, lists: {} });
};

const valuesOf = (theCase: Case, a: Appeal, facts: AppealLetterFacts, ctx: NoticeContext): Scope['values'] => {
  const { words } = ctx.languagePack;
  const day = (at: Instant | undefined) => at && dateText(dateInZone(at, theCase.request.zone), ctx.languagePack);
  const extension = a.extensions.find((x) => x.clockId === facts.clockId);
  const missed = theCase.missedDeadlines.find((m) => m.clockId === facts.clockId);
  const outcomes = a.decided?.lines.map((l) => l.outcome) ?? [];
  const against = outcomes.some((o) => o !== 'overturned');
  const { next } = facts;
  const reason = extension?.reason ?? a.dismissed?.reason ?? a.expediteRefused?.reason;
  return {
    ...aidValues(theCase, a, facts, ctx),
    'review.whoDecides': whoDecides(a, facts, ctx),
    'review.answerBy': day(facts.answerBy),
    'review.number': oneLine(a.number),
    'review.level': oneLine(a.levelName),
    'review.from': a.filedBy && oneLine(a.filedBy.name),
    'review.receivedOn': day(a.receivedAt),
    'review.pace': words[`appeal.pace.${a.urgency}`],
    'review.dueOn': day(facts.dueAt),
    'review.reason': reason && printable(reason),
    'review.dismissal': a.dismissed && words[`appeal.dismissal.${a.dismissed.because}`],
    'review.ground': extension && words[`ground.${extension.ground}`],
    'review.dueBefore': day(extension?.dueBefore ?? missed?.dueAt),
    'review.dueAfter': day(extension?.dueAfter),
    'review.lapse': missed && words[`appeal.lapse.${missed.lapseEffect}`],
    'review.citation': facts.citation && oneLine(facts.citation),
    'review.decider': deciderOf(theCase, a, ctx),
    'review.decidedOn': day(a.decided?.at),
    'review.headline':
      outcomes.length === 0
        ? undefined
        : words[
            `appeal.headline.${!against ? 'overturned' : outcomes.every((o) => o === 'upheld') ? 'upheld' : 'partiallyOverturned'}`
          ],
    'review.favourable': outcomes.some((o) => o !== 'upheld') ? words['appeal.favourable'] : undefined,
    'review.missing':
      a.standing !== 'nothing' && !a.standingShown && !a.standingShownAt
        ? words[`appeal.standing.${a.standing}`]
        : undefined,
    'review.forwardedTo': a.forwarded && oneLine(a.forwarded.to),
    'review.forwardedOn': day(a.forwarded?.at),
    'review.nextAutomatic': next?.automatic && against ? oneLine(next.bodyName) : undefined,
    'review.nextLevel': next && !next.automatic ? oneLine(next.name) : undefined,
    'review.nextBody': next && !next.automatic ? oneLine(next.bodyName) : undefined,
    'review.nextDeadline': next?.lastDay && dateText(next.lastDay, ctx.languagePack),
  };
};

/** A letter about an appeal, from the record of the case and `facts` alone. */
export const composeAppealLetter = (
  theCase: Case,
  a: Appeal,
  kind: AppealNoticeKind,
  audience: NoticeAudience,
  template: NoticeTemplate,
  facts: AppealLetterFacts,
  ctx: NoticeContext,
): NoticeDocument => {
  assertFits(theCase, kind, audience, template, ctx);
  const letter = letterScope(theCase, audience, ctx);
  const scopes = a.itemSequences.map((n) => itemScopeOf(theCase, a, n, audience, ctx));
  const against = a.decided?.lines.some((l) => l.outcome !== 'overturned') ?? kind === 'appealLapse';
  const legal = ctx.appealRights.wording[audience].legalAction;
  const scope = within(letter, {
    values: {
      ...valuesOf(theCase, a, facts, ctx),
      'review.legalAction': against && legal ? fill(legal, letter) : undefined,
    },
    lists: {
      items: scopes,
      'review.external': against ? (letter.lists['appeal.external'] ?? []) : [],
    },
  });
  const items = a.itemSequences.flatMap((n, at) => {
    const item = theCase.items.find((i) => i.sequence === n);
    const own = scopes[at];
    return item && own ? [{ item, scope: own }] : [];
  });
  const { next } = facts;
  return {
    ...layOut(theCase, template, scope, items, ctx),
    items: a.itemSequences.map((n) => factsOf(theCase, a, n)),
    ...(next?.lastDay && against ? { appealDeadline: next.lastDay } : {}),
  };
};
