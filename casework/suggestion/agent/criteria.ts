import { openItems } from '@openum/domain/case/status.ts';
import { z } from 'zod';
import { choosableSets } from '../choosable.ts';
import { aliasesOf, pagesAbout, pagesAsData } from '../prompt.ts';
import { type Agent, answered, answerOf, givenCitation, quoteShape } from './agent.ts';
import { caseMaterial, linesOf } from './ofCase.ts';

const entry = z.object({ line: z.number().int(), set: z.string(), reason: z.string(), quotes: z.array(quoteShape) });

export const criteria: Agent = {
  id: 'criteria',
  prepare: async (work) => {
    const { knowledge, environment } = work.casework;
    const material = await caseMaterial(work);
    if (typeof material === 'string') return material;
    const { c, hidden, basis, leftOut } = material;
    const now = environment.now();
    const choices = openItems(c).map((i) => ({ line: i.sequence, sets: choosableSets(c, i.sequence, knowledge, now) }));
    if (choices.every((x) => x.sets.length === 0)) return 'nothingToRead';
    const pages = pagesAbout(
      material.pages,
      choices.flatMap((x) => x.sets.map((s) => s.name)),
    );
    const aliases = aliasesOf(pages);
    const boundary = environment.newId().replaceAll('-', '');
    const lines = linesOf(c, knowledge).map((l) => ({
      ...l,
      sets: Object.fromEntries((choices.find((x) => x.line === l.line)?.sets ?? []).map((s) => [s.id, s.name])),
    }));
    const why = c.request.rationale ? `\nREASON GIVEN BY THE SENDER\n${hidden.hide(c.request.rationale)}` : '';
    return {
      prompts: [
        `LINES\n${hidden.hide(JSON.stringify(lines))}${why}\nPAGES\n${pagesAsData(pages, aliases, boundary, hidden.hide)}`,
      ],
      schema: answerOf(entry),
      basis: basis('criteriaSet', pages, {
        criteria: choices.flatMap((x) => x.sets.map((s) => ({ itemSequence: x.line, criteriaId: s.id }))),
        sources: [JSON.stringify(lines), c.request.rationale ?? ''],
      }),
      pagesLeftOut: leftOut + material.pages.length - pages.length,
      services: material.services,
      read: (value) => {
        const { abstain, suggestions } = value as z.output<ReturnType<typeof answerOf<typeof entry>>>;
        return answered(
          abstain,
          suggestions.map((e) => ({
            kind: 'criteriaSet',
            itemSequence: e.line,
            criteriaId: e.set,
            reason: hidden.restore(e.reason),
            citations: e.quotes.map((q) => givenCitation(q, aliases, hidden)),
          })),
          hidden,
        );
      },
    };
  },
};
