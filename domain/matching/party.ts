import type { Provider } from '../case/request.ts';
import type { Case } from '../case/state.ts';
import type { Conflict } from './physician.ts';

/** Providers whose own interest turns on the decision. */
const partiesOf = (c: Case): readonly Pick<Provider, 'npi' | 'name'>[] => [
  c.request.requestingProvider,
  ...c.items.flatMap((i) => (i.servicingProvider ? [i.servicingProvider] : [])),
  ...(c.request.stay ? [c.request.stay.facility] : []),
];

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Without a number the name has to do: a conflict wrongly seen costs another physician, one not seen costs the decision. */
const concerns = (conflict: Conflict, c: Case): boolean => {
  const { kind, identifier, name } = conflict;
  if (kind === 'member') {
    const { memberNumber, given, family } = c.request.member;
    return identifier === undefined ? plain(name) === plain(`${given} ${family}`) : identifier === memberNumber;
  }
  return partiesOf(c).some((p) =>
    identifier !== undefined && p.npi !== undefined ? p.npi === identifier : plain(p.name) === plain(name),
  );
};

/** The declared conflict that keeps this person from the case; undefined when there is none. */
export const declaredConflict = (conflicts: readonly Conflict[], c: Case): Conflict | undefined =>
  conflicts.find((x) => x.endedAt === undefined && concerns(x, c));

/** People who have reviewed or decided anything in this case. */
export const involvedBefore = (c: Case): readonly string[] => [
  ...c.reviews.flatMap((r) => (r.byUserId ? [r.byUserId] : [])),
  ...c.items
    .flatMap((i) => [...i.earlierDeterminations, ...(i.determination ? [i.determination] : [])])
    .flatMap((d) => (d.by.kind === 'person' ? [d.by.userId] : [])),
];
