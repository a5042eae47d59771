import { criteriaBriefs } from '@openum/domain/brief/criteria.ts';
import { noteSides } from '@openum/domain/suggestion/suggestion.ts';
import { z } from 'zod';
import { aliasesOf, pagesAbout, pagesAsData } from '../prompt.ts';
import { type Agent, answered, answerOf, givenCitation, quoteShape } from './agent.ts';
import { caseMaterial, linesOf } from './ofCase.ts';

const entry = z.object({
  line: z.number().int(),
  side: z.enum(noteSides),
  text: z.string(),
  quotes: z.array(quoteShape),
});

export const brief: Agent = {
  id: 'brief',
  prepare: async (work) => {
    const { knowledge, environment } = work.casework;
    const material = await caseMaterial(work);
    if (typeof material === 'string') return material;
    if (material.pages.length === 0) return 'nothingToRead';
    const { c, hidden, basis, leftOut } = material;
    const points = criteriaBriefs(c).map((b) => ({
      line: b.itemSequence,
      criteria: b.criteria,
      points: [...b.supports, ...b.opposes, ...b.unknown].map((p) => p.label),
    }));
    const lines = linesOf(c, knowledge);
    const pages = pagesAbout(material.pages, [...points.flatMap((p) => p.points), ...lines.map((l) => l.service)]);
    const aliases = aliasesOf(pages);
    const boundary = environment.newId().replaceAll('-', '');
    return {
      prompts: [
        `LINES\n${JSON.stringify(lines)}\nPOINTS\n${JSON.stringify(points)}\nPAGES\n${pagesAsData(pages, aliases, boundary, hidden.hide)}`,
      ],
      schema: answerOf(entry),
      basis: basis('briefNote', pages, { sources: [JSON.stringify(points)] }),
      pagesLeftOut: leftOut + material.pages.length - pages.length,
      services: material.services,
      read: (value) => {
        const { abstain, suggestions } = value as z.output<ReturnType<typeof answerOf<typeof entry>>>;
        return answered(
          abstain,
          suggestions.map((e) => ({
            kind: 'briefNote',
            itemSequence: e.line,
            side: e.side,
            text: hidden.restore(e.text),
            citations: e.quotes.map((q) => givenCitation(q, aliases, hidden)),
          })),
          hidden,
        );
      },
    };
  },
};
