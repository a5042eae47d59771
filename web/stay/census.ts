import { type LineOfBusiness, linesOfBusiness } from '@openum/domain/case/request.ts';
import { type Readiness, readinessStates } from '@openum/domain/stay/event.ts';
import type { Query } from '../api/client.ts';

export const censusLists = ['overdue', 'today', 'pending', 'update', 'ready', 'coverageEnd'] as const;
export type CensusList = (typeof censusLists)[number];

export const censusListWords: Record<CensusList, string> = {
  overdue: 'Overdue',
  today: 'Due today',
  pending: 'Waiting for a decision',
  update: 'Update awaited',
  ready: 'Ready for transition',
  coverageEnd: 'End of coverage',
};

/** The filter as it stands in the address; what is not filtered is not there. */
export type CensusSearch = {
  readonly list?: CensusList;
  readonly presence?: 'discharged' | 'all';
  readonly facility?: string;
  readonly level?: string;
  readonly line?: LineOfBusiness;
  readonly readiness?: Readiness;
  readonly whose?: 'me' | 'none';
  readonly text?: string;
};

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((x) => x === value);

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, 200) : undefined;

/** Reads an address; words that mean nothing are left out rather than refused. */
export const readCensusSearch = (search: Readonly<Record<string, unknown>>): CensusSearch => {
  const read = {
    list: oneOf(censusLists, search.list),
    presence: oneOf(['discharged', 'all'] as const, search.presence),
    facility: words(search.facility),
    level: words(search.level),
    line: oneOf(linesOfBusiness, search.line),
    readiness: oneOf(readinessStates, search.readiness),
    whose: oneOf(['me', 'none'] as const, search.whose),
    text: words(search.text)?.slice(0, 100),
  };
  return Object.fromEntries(Object.entries(read).filter(([, v]) => v !== undefined)) as CensusSearch;
};

const ofList: Record<CensusList, Query> = {
  overdue: { review: 'overdue' },
  today: { review: 'today' },
  pending: { review: 'pending' },
  update: { updateAwaited: 'true' },
  ready: { readiness: 'ready' },
  // What the plan owes a member who has left is owed still.
  coverageEnd: { coverageEndOwed: 'true', presence: 'all' },
};

export const censusQueryOf = (s: CensusSearch): Query => ({
  ...(s.presence ? { presence: s.presence } : {}),
  ...(s.facility ? { facility: s.facility } : {}),
  ...(s.level ? { levelOfCare: s.level } : {}),
  ...(s.line ? { lineOfBusiness: s.line } : {}),
  ...(s.readiness ? { readiness: s.readiness } : {}),
  ...(s.whose ? { assignee: s.whose } : {}),
  ...(s.text ? { text: s.text } : {}),
  ...(s.list ? ofList[s.list] : {}),
});

/** One filter taken away or put in; an empty choice takes it away. */
export const withFilter = (search: CensusSearch, key: keyof CensusSearch, value: string): CensusSearch => {
  const { [key]: _, ...rest } = search;
  return value === '' ? rest : { ...rest, [key]: value };
};
