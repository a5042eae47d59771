import type { Extension } from '@medplum/fhirtypes';
import type { Appeal } from '@openum/domain/appeal/appeal.ts';
import type { Case, CaseItem } from '@openum/domain/case/state.ts';
import type { PayerAppealState } from '@openum/domain/denial/appeal/word.ts';
import { type CalendarDate, dateInZone } from '@openum/domain/time/instant.ts';
import { ownExtension } from '../../systems.ts';

/** Appeals that went before it, itself included: 1 for the first level. */
const levelOf = (c: Case, a: Appeal): number => {
  const before = c.appeals.find((x) => x.appealId === a.previousAppealId);
  return before ? levelOf(c, before) + 1 : 1;
};

type Standing = { readonly state: PayerAppealState; readonly on?: CalendarDate };

const standingOf = (c: Case, a: Appeal, { sequence }: CaseItem): Standing => {
  const { zone } = c.request;
  if (a.withdrawn) return { state: 'withdrawn', on: dateInZone(a.withdrawn.at, zone) };
  if (a.dismissed) return { state: 'dismissed', on: dateInZone(a.dismissed.at, zone) };
  const own = a.decided?.lines.find((l) => l.itemSequence === sequence);
  if (own && a.decided) return { state: own.outcome, on: dateInZone(a.decided.at, zone) };
  const outside = a.externalDecision?.lines.find((l) => l.itemSequence === sequence);
  if (outside && a.externalDecision) return { state: outside.outcome, on: a.externalDecision.decidedOn };
  return { state: 'open' };
};

const extensionOf = (c: Case, item: CaseItem, a: Appeal): Extension => {
  const { state, on } = standingOf(c, a, item);
  return {
    url: ownExtension.appeal,
    extension: [
      { url: 'number', valueString: a.number },
      { url: 'level', valuePositiveInt: levelOf(c, a) },
      { url: 'levelName', valueString: a.levelName },
      { url: 'state', valueCode: state },
      { url: 'receivedOn', valueDate: dateInZone(a.receivedAt, c.request.zone) },
      ...(on ? [{ url: 'decidedOn', valueDate: on }] : []),
    ],
  };
};

/** Appeals of this line, each as it stands. */
export const appealExtensions = (c: Case, item: CaseItem): readonly Extension[] =>
  c.appeals.filter((a) => a.itemSequences.includes(item.sequence)).map((a) => extensionOf(c, item, a));
