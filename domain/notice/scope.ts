import type { Case } from '../case/state.ts';
import { addDays } from '../time/instant.ts';
import { appealDeadline } from './appealRights.ts';
import type { NoticeContext } from './context.ts';
import type { NoticeAudience, PlanIdentity } from './document.ts';
import { dateText } from './language.ts';
import { fill, oneLine, type Scope, within } from './text.ts';

/** Groups of sentences of the appeal rights that a template may repeat, each entry as `{{text}}`. */
const wordingGroups = [
  'who',
  'how',
  'times',
  'expedited',
  'external',
  'continuation',
  'consumerAssistance',
  'grievance',
] as const;

export const cleanPlan = (plan: PlanIdentity): PlanIdentity => ({
  name: oneLine(plan.name),
  addressLines: plan.addressLines.map(oneLine).filter((l) => l !== ''),
  phone: oneLine(plan.phone),
  tty: oneLine(plan.tty),
  hours: oneLine(plan.hours),
  ...(plan.fax ? { fax: oneLine(plan.fax) } : {}),
  ...(plan.website ? { website: oneLine(plan.website) } : {}),
});

const baseValues = (theCase: Case, ctx: NoticeContext): Scope['values'] => {
  const { member, requestingProvider, coverage } = theCase.request;
  const plan = cleanPlan(ctx.plan);
  const { appealRights, languagePack, noticeDate } = ctx;
  const deadline = appealDeadline(appealRights, noticeDate);
  return {
    'plan.name': plan.name,
    'plan.address': plan.addressLines.join(', '),
    'plan.phone': plan.phone,
    'plan.tty': plan.tty,
    'plan.hours': plan.hours,
    'plan.fax': plan.fax,
    'plan.website': plan.website,
    'case.number': oneLine(theCase.caseNumber),
    'case.state': languagePack.words[`state.${coverage.stateOfIssue}`] ?? coverage.stateOfIssue,
    'coverage.name': oneLine(coverage.planName),
    'member.name': oneLine(`${member.given} ${member.family}`),
    'member.number': oneLine(member.memberNumber),
    'member.birthDate': dateText(member.birthDate, languagePack),
    'provider.name': oneLine(requestingProvider.name),
    'notice.id': oneLine(ctx.noticeId),
    'notice.date': dateText(noticeDate, languagePack),
    'peerToPeer.phone': oneLine(ctx.peerToPeerPhone ?? ctx.plan.phone),
    'appeal.level': appealRights.levelName,
    'appeal.days': appealRights.window && String(appealRights.window.value),
    'appeal.deadline': deadline && dateText(deadline, languagePack),
    'appeal.continuationDays':
      appealRights.continuationDays === undefined ? undefined : String(appealRights.continuationDays),
    'appeal.continuationDeadline':
      appealRights.continuationDays === undefined
        ? undefined
        : dateText(addDays(noticeDate, appealRights.continuationDays), languagePack),
  };
};

const sentences = (texts: readonly string[], base: Scope): readonly Scope[] =>
  texts.flatMap((t) => {
    const text = fill(t, base);
    return text === undefined ? [] : [{ values: { text }, lists: {} }];
  });

/** Every value and group that a template may use about the letter as a whole. */
export const letterScope = (theCase: Case, audience: NoticeAudience, ctx: NoticeContext): Scope => {
  const base: Scope = { values: baseValues(theCase, ctx), lists: {} };
  const wording = ctx.appealRights.wording[audience];
  const { stateOfIssue } = theCase.request.coverage;
  const atOnce = ctx.appealRights.immediateReview?.find((r) => r.state === stateOfIssue)?.wording[audience] ?? [];
  const single = (text: string | undefined) => (text === undefined ? undefined : fill(text, base));
  return within(base, {
    values: {
      'appeal.window': single(wording.window),
      'appeal.legalAction': single(wording.legalAction),
      'appeal.peerToPeer': single(wording.peerToPeer),
    },
    lists: Object.fromEntries(
      wordingGroups.map((g) => [
        `appeal.${g}`,
        sentences([...(wording[g] ?? []), ...(g === 'expedited' ? atOnce : [])], base),
      ]),
    ),
  });
};
