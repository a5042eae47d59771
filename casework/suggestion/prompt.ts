import { agentInstructions } from '@openum/content/suggestion/load.ts';
import type { PageText } from '@openum/domain/extraction/extracted.ts';
import type { AgentId } from '@openum/domain/suggestion/agent.ts';
import { z } from 'zod';

/** Short names for documents: an id says nothing to a model, and costs it many signs. */
export type Aliases = { readonly of: (documentId: string) => string; readonly back: (alias: string) => string };

export const aliasesOf = (pages: readonly PageText[]): Aliases => {
  const ids = [...new Set(pages.map((p) => p.documentId))];
  return {
    of: (id) => `D${ids.indexOf(id) + 1}`,
    back: (alias) => ids[Number(/^D(\d+)$/.exec(alias)?.[1] ?? 0) - 1] ?? '',
  };
};

/** Text from outside cannot end its own page: the mark is made for one question, and signs that look like one are taken out. */
const fenced = (text: string): string => text.replace(/<(?=\/?\s*page)/gi, '‹');

export const pagesAsData = (
  pages: readonly PageText[],
  aliases: Aliases,
  boundary: string,
  hide: (text: string) => string,
): string =>
  pages
    .map(
      (p) =>
        `<page document="${aliases.of(p.documentId)}" number="${p.page}" mark="${boundary}">\n${fenced(hide(p.text))}\n</page mark="${boundary}">`,
    )
    .join('\n');

/** The form of the answer stands in the question too: some servers do not hold a model to it. */
export const systemFor = (agent: AgentId, schema: z.ZodType): string =>
  [
    ...agentInstructions.common,
    ...agentInstructions.agents[agent].instructions,
    `Form of the answer, as a JSON schema: ${JSON.stringify(z.toJSONSchema(schema))}`,
  ].join('\n');

export const agentVersion = (agent: AgentId): string => agentInstructions.agents[agent].version;

/** As long as one question should be: what goes beyond is asked in another, or left out and said so. */
const mostSigns = 24_000;

/** Pages in packs that fit into a question each. A page that is too long by itself goes alone, cut at its end. */
export const packs = (pages: readonly PageText[], most = mostSigns): readonly (readonly PageText[])[] => {
  const all: PageText[][] = [];
  let size = 0;
  for (const page of pages) {
    const last = all.at(-1);
    if (last && size + page.text.length <= most) {
      last.push(page);
      size += page.text.length;
    } else {
      all.push([page.text.length > most ? { ...page, text: page.text.slice(0, most) } : page]);
      size = page.text.length;
    }
  }
  return all;
};

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

/** The pages that speak most of what is sought, as many as fit into one question, in the order in which they stand. */
export const pagesAbout = (pages: readonly PageText[], sought: readonly string[]): readonly PageText[] => {
  const words = new Set(sought.flatMap(wordsIn));
  const ranked = pages
    .map((page, at) => ({ page, at, hits: new Set(wordsIn(page.text).filter((w) => words.has(w))).size }))
    .sort((a, b) => b.hits - a.hits || a.at - b.at);
  const chosen: typeof ranked = [];
  let size = 0;
  for (const r of ranked) {
    if (size + r.page.text.length > mostSigns && chosen.length > 0) continue;
    chosen.push(r);
    size += r.page.text.length;
  }
  return chosen.sort((a, b) => a.at - b.at).map(({ page }) => ({ ...page, text: page.text.slice(0, mostSigns) }));
};
