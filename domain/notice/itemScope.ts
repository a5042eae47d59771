import type { Address, Coding, Provider } from '../case/request.ts';
import { stageOf } from '../case/stage.ts';
import type { Case, CaseItem } from '../case/state.ts';
import { type AdverseDetermination, type Determination, isAdverse } from '../determination/determination.ts';
import { rationaleProblems } from '../determination/rationale.ts';
import { dateInZone } from '../time/instant.ts';
import { type NoticeContext, reviewerLine } from './context.ts';
import type { NoticeAudience } from './document.ts';
import { dateText, lastDay, periodText, quantityText } from './language.ts';
import { oneLine, printable, type Scope, within } from './text.ts';

export const addressLines = (address: Address | undefined): readonly string[] => {
  if (address === undefined) return [];
  const place = [address.city, [address.state, address.postalCode].filter(Boolean).join(' ')];
  return [...address.lines, place.filter(Boolean).join(', ')].map(oneLine).filter((line) => line !== '');
};

const systemLabels: readonly (readonly [RegExp, string])[] = [
  [/hcpcs/iu, 'HCPCS'],
  [/\bcpt\b/iu, 'CPT'],
  [/ndc/iu, 'NDC'],
  [/revenue|nubc/iu, 'revenue code'],
];

const serviceText = (service: Coding, ctx: NoticeContext): string => {
  const system = systemLabels.find(([s]) => s.test(service.system))?.[1];
  const code = system ? `${system} ${service.code}` : service.code;
  const name = ctx.serviceLabels?.[service.code] ?? service.display;
  return oneLine(name ? `${name} (${code})` : code);
};

/** A service with the stage at which it was reviewed, where that is not before the care: the way to object turns on it. */
const staged = (theCase: Case, item: CaseItem, audience: NoticeAudience, ctx: NoticeContext): string => {
  const stage = ctx.languagePack.words[`stage.${audience}.${stageOf(theCase, item)}`];
  const service = serviceText(item.service, ctx);
  return stage ? oneLine(`${service}, ${stage}`) : service;
};

const providerText = (p: Provider, audience: NoticeAudience): string =>
  oneLine(p.npi && audience === 'provider' ? `${p.name}, NPI ${p.npi}` : p.name);

/** The reviewer's text, or nothing when it would fit any request: the letter then lacks its reason and is held back. */
const reasonText = (d: AdverseDetermination, audience: NoticeAudience): string | undefined => {
  const text = printable(audience === 'member' ? d.memberRationale : d.rationale);
  const names = d.criteria.map((c) => c.name);
  return rationaleProblems(text, names).length === 0 ? text : undefined;
};

const authorizedValues = (d: Determination, ctx: NoticeContext): Record<string, string | undefined> => {
  const authorized = 'authorized' in d ? d.authorized : undefined;
  if (authorized === undefined) return {};
  return {
    'authorized.number': oneLine(authorized.authorizationNumber),
    'authorized.service': serviceText(authorized.service, ctx),
    'authorized.quantity': authorized.quantity && quantityText(authorized.quantity),
    'authorized.period': periodText(authorized.period, ctx.languagePack),
    'authorized.end': dateText(lastDay(authorized.period), ctx.languagePack),
  };
};

const adverseValues = (
  d: AdverseDetermination,
  theCase: Case,
  audience: NoticeAudience,
  ctx: NoticeContext,
): Record<string, string | undefined> => {
  const state = theCase.request.coverage.stateOfIssue;
  const showLicence =
    audience === 'provider' || ctx.reviewerDisclosures.some((r) => r.licence && r.states.includes(state));
  const { name, qualification } = d.by;
  return {
    'item.reason': reasonText(d, audience),
    'item.alternatives': d.alternatives && oneLine(d.alternatives),
    'item.reviewer': oneLine(reviewerLine(name, qualification, state, showLicence, ctx.languagePack)),
  };
};

/** Criteria by name, version and source, and the decision reasons, as groups that a template may repeat. */
const groups = (d: Determination, ctx: NoticeContext): Scope['lists'] => ({
  'item.criteria': d.criteria.map((c) => ({
    values: {
      'criteria.name': oneLine(c.name),
      'criteria.version': oneLine(c.version),
      'criteria.citation': oneLine(c.citation),
    },
    lists: {},
  })),
  'item.reasonCodes': (isAdverse(d) ? d.reasonCodes : []).flatMap((code) => {
    const known = ctx.decisionReasons.find((r) => r.code === code);
    return known
      ? [
          {
            values: {
              'reason.code': code,
              'reason.label': known.label,
              'reason.phrase': known.memberPhrase,
            },
            lists: {},
          },
        ]
      : [];
  }),
});

/** What was asked for, as values that a template may use about one item, decided or not. */
export const requestedScope = (theCase: Case, item: CaseItem, audience: NoticeAudience, ctx: NoticeContext): Scope => {
  const pack = ctx.languagePack;
  return {
    values: {
      'item.line': String(item.sequence),
      'item.service': staged(theCase, item, audience, ctx),
      'item.quantity': item.quantity ? quantityText(item.quantity) : pack.words.notStated,
      'item.period': item.period ? periodText(item.period, pack) : pack.words.notStated,
      'item.provider': providerText(item.servicingProvider ?? theCase.request.requestingProvider, audience),
    },
    lists: {},
  };
};

/** Every value and group that a template may use about one decided item. */
export const itemScope = (
  theCase: Case,
  item: CaseItem,
  d: Determination,
  audience: NoticeAudience,
  ctx: NoticeContext,
): Scope => {
  const pack = ctx.languagePack;
  const { request } = theCase;
  return within(requestedScope(theCase, item, audience, ctx), {
    values: {
      'item.outcome': pack.words[`outcome.${d.outcome}`],
      'item.decidedOn': dateText(dateInZone(d.decidedAt, request.zone), pack),
      ...authorizedValues(d, ctx),
      ...(isAdverse(d) ? adverseValues(d, theCase, audience, ctx) : {}),
    },
    lists: groups(d, ctx),
  });
};
