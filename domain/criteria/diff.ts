import type { Condition } from '../logic/condition.ts';
import type { Truth } from '../logic/truth.ts';
import type { Approval, CriteriaSet, Limit, Prompt, Vector } from './criteria-set.ts';
import { treeChanges } from './diffTree.ts';
import { same } from './same.ts';
import { quantityWords } from './service-units.ts';

export type SetChange = {
  readonly part: 'about' | 'initial' | 'continuedStay' | 'approvals' | 'reminders' | 'examples';
  readonly text: string;
};

const listed = (values: readonly string[]): string => values.join(', ');

const truthWord: Record<Truth, string> = { met: 'met', notMet: 'not met', unknown: 'unknown' };

/** What came into a list and what went out of it; another order alone is a change too. */
const listChanges = (name: string, before: readonly string[], after: readonly string[]): readonly string[] => {
  const come = after.filter((x) => !before.includes(x));
  const gone = before.filter((x) => !after.includes(x));
  const said = [
    ...(come.length > 0 ? [`${name}: ${listed(come)} added.`] : []),
    ...(gone.length > 0 ? [`${name}: ${listed(gone)} taken out.`] : []),
  ];
  return said.length === 0 && !same(before, after) ? [`${name}: another order.`] : said;
};

const fieldChange = (name: string, before: string | undefined, after: string | undefined): readonly string[] =>
  before === after ? [] : [`${name}: “${after ?? 'nothing'}” instead of “${before ?? 'nothing'}”.`];

const ages = ({ ageFrom, ageTo }: CriteriaSet['appliesTo']): string =>
  ageFrom === undefined && ageTo === undefined ? 'any age' : `${ageFrom ?? 0} to ${ageTo ?? 'any'} years`;

const aboutChanges = (a: CriteriaSet, b: CriteriaSet): readonly string[] => {
  const codes = (s: CriteriaSet): readonly string[] => s.appliesTo.services.map((c) => c.code);
  const said = [
    ...fieldChange('Name', a.name, b.name),
    ...fieldChange('Citation', a.citation, b.citation),
    ...fieldChange('Link', a.url, b.url),
    ...fieldChange('Evidence', a.evidence, b.evidence),
    ...fieldChange('Kind of source', a.sourceKind, b.sourceKind),
    ...fieldChange('In effect from', a.effectiveFrom, b.effectiveFrom),
    ...fieldChange('In effect to', a.effectiveTo, b.effectiveTo),
    ...listChanges('Lines of business', a.appliesTo.linesOfBusiness, b.appliesTo.linesOfBusiness),
    ...listChanges('Services', codes(a), codes(b)),
    ...listChanges('Diagnoses', a.appliesTo.diagnoses ?? ['any'], b.appliesTo.diagnoses ?? ['any']),
    ...fieldChange('Age', ages(a.appliesTo), ages(b.appliesTo)),
    ...listChanges('Settings', a.appliesTo.settings ?? ['any'], b.appliesTo.settings ?? ['any']),
    ...listChanges('States', a.jurisdictions ?? ['everywhere'], b.jurisdictions ?? ['everywhere']),
    ...(a.autoApproval === b.autoApproval
      ? []
      : [b.autoApproval ? 'A met tree may now approve by itself.' : 'A met tree no longer approves by itself.']),
    ...listChanges('Documents to ask for', a.requiredDocuments, b.requiredDocuments),
    ...listChanges('Where people go wrong', a.pitfalls, b.pitfalls),
  ];
  if (!same(a.basedOn, b.basedOn)) said.push('It is based on another set.');
  return said.length === 0 && !same(a.appliesTo, b.appliesTo) ? ['What it applies to is written otherwise.'] : said;
};

const optionalTree = (name: string, before: Condition | undefined, after: Condition | undefined): readonly string[] => {
  if (before && after) return treeChanges(before, after);
  if (after) return [`${name} is new.`];
  return before ? [`${name} is taken out.`] : [];
};

const approvalWords = (a: Approval): string =>
  `${a.quantities.map(quantityWords).join(' or ') || 'no amount'}, ${a.days} days`;

const approvalChanges = (before: readonly Approval[], after: readonly Approval[]): readonly string[] => {
  const keyOf = (a: Approval, i: number, all: readonly Approval[]): string => {
    const named = (x: Approval): string => `${x.tree} ${x.label}`;
    return `${named(a)} ${all.slice(0, i).filter((x) => named(x) === named(a)).length}`;
  };
  const old = new Map(before.map((a, i) => [keyOf(a, i, before), a]));
  const now = new Map(after.map((a, i) => [keyOf(a, i, after), a]));
  const said = [...now].flatMap(([key, b]) => {
    const a = old.get(key);
    if (!a) return [`Approval “${b.label}” is new: ${approvalWords(b)}.`];
    const parts = [
      ...(approvalWords(a) === approvalWords(b)
        ? []
        : [`Approval “${b.label}”: ${approvalWords(b)} instead of ${approvalWords(a)}.`]),
      ...listChanges(`Approval “${b.label}”, services`, a.services ?? ['all'], b.services ?? ['all']),
      ...optionalTree(`What approval “${b.label}” asks in addition`, a.requires, b.requires),
    ];
    return parts.length === 0 && !same(a, b) ? [`Approval “${b.label}” is written otherwise.`] : parts;
  });
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, a]) => `Approval “${a.label}” is taken out.`);
  const all = [...said, ...gone];
  return all.length === 0 && !same(before, after) ? ['The approvals stand in another order.'] : all;
};

const limitWords = (l: Limit): string =>
  `${l.label}: at most ${quantityWords({ value: l.max, unit: l.unit })} (${l.citation}, ${l.fact})`;

const whenWords = ({ when }: Prompt): string => {
  const except = Object.entries(when.exceptQualifiers ?? {}).map(([name, value]) => `${name} ${value}`);
  const left = except.length > 0 ? `, except with ${listed(except)}` : '';
  return `the answer is ${truthWord[when.truth]} and rests on ${when.fact}${left}`;
};

const reminderChanges = (before: readonly Prompt[], after: readonly Prompt[]): readonly string[] => {
  const said = [
    ...after.flatMap((b) => {
      const a = before.find((p) => p.id === b.id);
      if (!a) return [`Reminder “${b.text}” is new; it is shown when ${whenWords(b)}.`];
      return [
        ...fieldChange('Reminder', a.text, b.text),
        ...fieldChange(`Citation of the reminder “${b.text}”`, a.citation, b.citation),
        ...(same(a.when, b.when)
          ? []
          : [`Reminder “${b.text}” is shown when ${whenWords(b)}, instead of when ${whenWords(a)}.`]),
      ];
    }),
    ...before.filter((a) => !after.some((b) => b.id === a.id)).map((a) => `Reminder “${a.text}” is taken out.`),
  ];
  return said.length === 0 && !same(before, after) ? ['The reminders stand in another order.'] : said;
};

const exampleChanges = (before: readonly Vector[], after: readonly Vector[]): readonly string[] => {
  const said = [
    ...after.flatMap((b) => {
      const a = before.find((v) => v.name === b.name);
      if (!a) return [`Example “${b.name}” is new.`];
      return same(a, b) ? [] : [`Example “${b.name}” has changed.`];
    }),
    ...before.filter((a) => !after.some((b) => b.name === a.name)).map((a) => `Example “${a.name}” is taken out.`),
  ];
  return said.length === 0 && !same(before, after) ? ['The examples stand in another order.'] : said;
};

/** What differs between two texts of a set, in plain sentences; none when they say the same. */
export const setChanges = (before: CriteriaSet, after: CriteriaSet): readonly SetChange[] => {
  const part = (name: SetChange['part'], texts: readonly string[]): readonly SetChange[] =>
    texts.map((text) => ({ part: name, text }));
  return [
    ...part('about', aboutChanges(before, after)),
    ...part('initial', treeChanges(before.initial, after.initial)),
    ...part('continuedStay', optionalTree('The tree for continued care', before.continuedStay, after.continuedStay)),
    ...part('approvals', [
      ...approvalChanges(before.approveFor, after.approveFor),
      ...listChanges('Limits', before.limits.map(limitWords), after.limits.map(limitWords)),
    ]),
    ...part('reminders', reminderChanges(before.prompts, after.prompts)),
    ...part('examples', exampleChanges(before.vectors, after.vectors)),
  ];
};
