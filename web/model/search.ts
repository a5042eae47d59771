import { agents } from '@openum/domain/suggestion/agent.ts';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';

type Search<K extends string> = { readonly [key in K]?: string };

const day = (x: unknown): x is string => typeof x === 'string' && isCalendarDateText(x);
const agent = (x: unknown): x is string => agents.some((a) => a === x);
const text = (x: unknown): x is string => typeof x === 'string' && x !== '' && x.length <= 200;

/** Of an address what the server takes; anything else is left out. */
const reading =
  <K extends string>(fields: Readonly<Record<K, (x: unknown) => x is string>>) =>
  (search: Readonly<Record<string, unknown>>): Search<K> =>
    Object.fromEntries(
      Object.entries(search).filter(([key, value]) => fields[key as K]?.(value) === true),
    ) as Search<K>;

const figures = { from: day, through: day, agent, service: text } as const;
export const readModelSearch = reading(figures);
export type ModelSearch = ReturnType<typeof readModelSearch>;

export const readQuestionsSearch = reading({
  ...figures,
  ...{ version: text, model: text, state: text, because: text, left: text },
});
export type QuestionsSearch = ReturnType<typeof readQuestionsSearch>;

export const readShownSearch = reading({ ...figures, version: text, model: text, verdict: text, quoting: text });
export type ShownSearch = ReturnType<typeof readShownSearch>;
