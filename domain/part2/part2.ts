import type { Actor, Role } from '../actor/actor.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { holderOf } from '../document/origin.ts';
import type { MarkedPart2 } from './evolve.ts';

/** What points to records of a program under 42 CFR Part 2, and who may open them. Data: `content/disclosure/part2.json`. */
export type Part2Rule = {
  readonly citation: string;
  readonly diagnosisPrefixes: readonly string[];
  readonly serviceCodes: readonly string[];
  readonly levelsOfCare: readonly string[];
  readonly openRoles: readonly Role[];
};

/** Why a case is protected: a fact of the request that the rule names, or a person who said so. */
export type Part2Ground =
  | { readonly kind: 'diagnosis' | 'service' | 'levelOfCare'; readonly code: string }
  | ({ readonly kind: 'person' } & Pick<MarkedPart2, 'by' | 'at' | 'reason'>);

const byRule = (c: Case, rule: Part2Rule): Part2Ground | undefined => {
  const level = [...(c.stay?.levels ?? []).map((l) => l.level), ...c.items.map((i) => i.levelOfCare)].find(
    (l) => l !== undefined && rule.levelsOfCare.includes(l),
  );
  if (level !== undefined) return { kind: 'levelOfCare', code: level };
  const service = c.items.find((i) => rule.serviceCodes.includes(i.service.code));
  if (service) return { kind: 'service', code: service.service.code };
  const codes = [...c.request.diagnoses.map((d) => d.code), ...c.items.flatMap((i) => i.diagnoses)];
  const diagnosis = codes.find((code) => rule.diagnosisPrefixes.some((prefix) => code.startsWith(prefix)));
  return diagnosis === undefined ? undefined : { kind: 'diagnosis', code: diagnosis };
};

/** Why the case as a whole is protected; the last person who spoke of the whole case has the word before the rule. */
export const part2Ground = (c: Case, rule: Part2Rule): Part2Ground | undefined => {
  const mark = c.part2Marks.findLast((m) => m.documentIds === undefined);
  if (!mark) return byRule(c, rule);
  return mark.protected ? { kind: 'person', by: mark.by, at: mark.at, reason: mark.reason } : undefined;
};

/** The last word on a document itself, against the last on the one that held it: who protects that protects what is in it. */
const isProtected = (c: Case, document: Case['documents'][number], found: boolean): boolean => {
  const lastOn = (of: (documentIds: readonly string[] | undefined) => boolean): number =>
    c.part2Marks.findLastIndex((m) => of(m.documentIds));
  const holder = holderOf(document);
  const own = lastOn((ids) => ids === undefined || ids.includes(document.documentId));
  const held = holder === undefined ? -1 : lastOn((ids) => ids?.includes(holder) ?? false);
  if (held > own && c.part2Marks[held]?.protected) return true;
  return c.part2Marks[own]?.protected ?? found;
};

/**
 * The protected documents: those of a protected case, those that somebody marked, and what was taken out of one; what was cleared
 * later is none. Each file is cleared by itself.
 */
export const part2Documents = (c: Case, rule: Part2Rule): readonly string[] => {
  const found = byRule(c, rule) !== undefined;
  return c.documents.filter((d) => isProtected(c, d, found)).map((d) => d.documentId);
};

/** Whether what leaves this case must carry the notice of 42 CFR 2.32. */
export const carriesPart2 = (c: Case, rule: Part2Rule): boolean =>
  part2Ground(c, rule) !== undefined || part2Documents(c, rule).length > 0;

/** Why this person may not open protected records; undefined when they may. */
export const part2Problem = (
  actor: Actor,
  { openRoles, citation }: Pick<Part2Rule, 'openRoles' | 'citation'>,
): Refusal | undefined =>
  actor.kind === 'person' && actor.roles.some((r) => openRoles.includes(r))
    ? undefined
    : refuse('part2Closed', { roles: [...openRoles], citation });
