/** Address of a report: the same names that the API takes, so that a link can be read, shared and typed. */
type Search<K extends string> = { readonly [key in K]?: string };

const pick =
  <const K extends readonly string[]>(keys: K) =>
  (search: Readonly<Record<string, unknown>>): Search<K[number]> =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const value = search[key];
        return typeof value === 'string' && value !== '' ? [[key, value.slice(0, 200)]] : [];
      }),
    ) as Search<K[number]>;

const period = ['from', 'through', 'lineOfBusiness', 'state', 'reviewType'] as const;
export const readDashboardSearch = pick(period);
export type DashboardSearch = ReturnType<typeof readDashboardSearch>;

export const readClocksSearch = pick([
  ...period,
  'urgency',
  'authority',
  'jurisdiction',
  'ruleId',
  'kind',
  'hard',
  'outcome',
  'decided',
]);
export type ClocksSearch = ReturnType<typeof readClocksSearch>;

export const readCasesSearch = pick([...period, 'channel', 'open', 'assignee', 'due']);
export type CasesSearch = ReturnType<typeof readCasesSearch>;

const kindKeys = ['lineOfBusiness', 'state', 'reviewType'] as const;
export const readLinesSearch = pick([
  ...kindKeys,
  'decidedFrom',
  'decidedThrough',
  'outcome',
  'byRule',
  'appealOutcome',
  'appealFrom',
  'appealThrough',
  'dial',
]);
export type LinesSearch = ReturnType<typeof readLinesSearch>;

export const readTalksSearch = pick([...kindKeys, 'talk', 'talkOutcome', 'talkFrom', 'talkThrough']);
export type TalksSearch = ReturnType<typeof readTalksSearch>;

/** Of the dashboard's filter, what cases are rather than when. */
export const kindOf = ({ from: _, through: __, ...kind }: DashboardSearch): Omit<DashboardSearch, 'from' | 'through'> =>
  kind;

export const fileAddress = (path: string, search: Readonly<Record<string, string | undefined>>): string => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) if (value !== undefined) params.set(key, value);
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
};
