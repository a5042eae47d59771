import { isRefusal, type Refusal, refuse } from '../case/refusal.ts';
import type { Case, Extension, MissedDeadline } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import type { TurnaroundRule } from '../clock/rule.ts';
import { dateInZone, type Instant } from '../time/instant.ts';
import { appealDeadline } from './appealRights.ts';
import type { NoticeContext } from './context.ts';
import type { NoticeDocument, NoticeItem } from './document.ts';
import { requestedScope } from './itemScope.ts';
import { dateText } from './language.ts';
import { assertFits, layOut } from './layOut.ts';
import { letterScope } from './scope.ts';
import type { NoticeTemplate } from './template.ts';
import { oneLine, within } from './text.ts';

const undecided = (sequence: number): NoticeItem => ({
  sequence,
  medicalNecessity: false,
  somethingAuthorized: false,
  alternativesRecorded: false,
});

/** A member's letter about a time limit of the lines that are still open. `values` are what the template may say of it. */
const clockLetter = (
  theCase: Case,
  template: NoticeTemplate,
  values: Readonly<Record<string, string | undefined>>,
  ctx: NoticeContext,
): NoticeDocument | Refusal => {
  assertFits(theCase, template.kind, 'member', template, ctx);
  const open = openItems(theCase);
  if (open.length === 0) return refuse('itemsMissing');
  const items = open.map((item) => ({ item, scope: requestedScope(theCase, item, 'member', ctx) }));
  const scope = within(letterScope(theCase, 'member', ctx), { values, lists: { items: items.map((i) => i.scope) } });
  return { ...layOut(theCase, template, scope, items, ctx), items: open.map((i) => undecided(i.sequence)) };
};

/** The letter that an extension demands: on what ground, in whose words, until when, and how to object. */
export const composeExtension = (
  theCase: Case,
  extension: Extension,
  rule: TurnaroundRule,
  template: NoticeTemplate,
  ctx: NoticeContext,
): NoticeDocument | Refusal => {
  const { zone } = theCase.request;
  const day = (at: Extension['dueAfter']): string => dateText(dateInZone(at, zone), ctx.languagePack);
  return clockLetter(
    theCase,
    template,
    {
      'clock.ground': ctx.languagePack.words[`ground.${extension.ground}`],
      'clock.reason': oneLine(extension.reason),
      'clock.dueBefore': day(extension.dueBefore),
      'clock.dueAfter': day(extension.dueAfter),
      'clock.citation': oneLine(rule.citation),
    },
    ctx,
  );
};

/** The letter about a request to expedite that was refused: why, until when the answer comes now, and what the member can do. */
export const composeExpediteRefused = (
  theCase: Case,
  refusal: Case['expediteRefusals'][number],
  dueAt: Instant,
  template: NoticeTemplate,
  ctx: NoticeContext,
): NoticeDocument | Refusal =>
  clockLetter(
    theCase,
    template,
    {
      'clock.reason': oneLine(refusal.reason),
      'clock.dueAfter': dateText(dateInZone(dueAt, theCase.request.zone), ctx.languagePack),
      'clock.citation': oneLine(refusal.citation),
    },
    ctx,
  );

/** The letter about a decision that was not made in time: what the rule makes of that, and what the member can do now. */
export const composeLapse = (
  theCase: Case,
  missed: MissedDeadline,
  template: NoticeTemplate,
  ctx: NoticeContext,
): NoticeDocument | Refusal => {
  const dueAt = dateText(dateInZone(missed.dueAt, theCase.request.zone), ctx.languagePack);
  const letter = clockLetter(
    theCase,
    template,
    {
      'clock.dueAt': dueAt,
      'clock.lapse': ctx.languagePack.words[`lapse.${missed.lapseEffect}`],
      'clock.citation': oneLine(missed.citation),
    },
    ctx,
  );
  const deadline = appealDeadline(ctx.appealRights, ctx.noticeDate);
  return isRefusal(letter) || deadline === undefined ? letter : { ...letter, appealDeadline: deadline };
};
