import { part2 } from '@openum/content/disclosure/load.ts';
import type { Actor } from '@openum/domain/actor/actor.ts';
import { fold } from '@openum/domain/case/evolve.ts';
import type { Refusal } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import {
  carriesPart2,
  type Part2Ground,
  type Part2Rule,
  part2Documents,
  part2Ground,
  part2Problem,
} from '@openum/domain/part2/part2.ts';
import { eventsWithout, type Withheld, withheldOf } from '@openum/domain/part2/withhold.ts';
import { type LoadedCase, loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';

/** The statement that must go with what leaves this record (42 CFR 2.32); absent where nothing in it is protected. */
export const part2Statement = (c: Case): string | undefined =>
  carriesPart2(c, part2) ? `${part2.statement} (${part2.citation})` : undefined;

/** What the rules and people say about the protection of this case. */
export type Part2Reading = {
  readonly ground?: Part2Ground;
  readonly documentIds: readonly string[];
  /** What goes with all that leaves. */
  readonly statement?: string;
  readonly rule: Pick<Part2Rule, 'citation' | 'openRoles'>;
};

export const readPart2 = (c: Case): Part2Reading => {
  const ground = part2Ground(c, part2);
  const statement = part2Statement(c);
  return {
    ...(ground ? { ground } : {}),
    documentIds: part2Documents(c, part2),
    ...(statement ? { statement } : {}),
    rule: { citation: part2.citation, openRoles: part2.openRoles },
  };
};

/** What of this case this reader does not get to see; undefined when it is nothing. */
export const withheldFrom = ({ state, events }: LoadedCase, reader: Actor): Withheld | undefined =>
  part2Problem(reader, part2) ? withheldOf(state, events, part2) : undefined;

/** The case as this reader may see it: what was read out of protected documents only for those who may open them. */
export const asShownTo = (loaded: LoadedCase, reader: Actor): LoadedCase => {
  const held = withheldFrom(loaded, reader);
  if (!held) return loaded;
  const events = eventsWithout(loaded.events, held);
  const state = fold(events);
  return state.kind === 'case' ? { ...loaded, events, state } : loaded;
};

/** A message as it came may hold any of the files that came with it. */
const isMessage = (c: Case, documentId: string): boolean =>
  c.documents.some((d) => d.documentId === documentId && d.origin.startsWith('message:'));

/** Why this person may not open this document; without a document: any of the case. */
export const documentClosed = async (
  casework: Pick<Casework, 'cases'>,
  scope: Scope,
  caseId: string,
  documentId: string | undefined,
  reader: Actor,
): Promise<Refusal | undefined> => {
  const closed = part2Problem(reader, part2);
  if (!closed) return undefined;
  const loaded = await loadCase(casework.cases, scope, caseId);
  const ids = loaded ? part2Documents(loaded.state, part2) : [];
  if (!loaded || ids.length === 0) return undefined;
  const closes = documentId === undefined || ids.includes(documentId) || isMessage(loaded.state, documentId);
  return closes ? closed : undefined;
};
