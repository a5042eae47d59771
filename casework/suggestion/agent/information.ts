import { z } from 'zod';
import { type Agent, answered, answerOf } from './agent.ts';
import { caseMaterial, linesOf, unknownLeaves } from './ofCase.ts';

const entry = z.object({ point: z.string(), text: z.string() });

export const information: Agent = {
  id: 'information',
  prepare: async (work) => {
    const material = await caseMaterial(work);
    if (typeof material === 'string') return material;
    const { c, hidden, basis } = material;
    const all = unknownLeaves(c);
    const unknown = all.filter(
      (l, at) => all.findIndex((o) => o.itemSequence === l.itemSequence && o.label === l.label) === at,
    );
    if (unknown.length === 0) return 'nothingToRead';
    const points = unknown.map((l, at) => ({
      point: `P${at + 1}`,
      line: l.itemSequence,
      about: l.label,
      unknown: l.explanation,
    }));
    const lines = linesOf(c, work.casework.knowledge);
    return {
      prompts: [`LINES\n${JSON.stringify(lines)}\nPOINTS THAT NOBODY KNOWS\n${hidden.hide(JSON.stringify(points))}`],
      schema: answerOf(entry),
      basis: basis('informationRequest', [], { sources: [JSON.stringify(points), JSON.stringify(lines)] }),
      pagesLeftOut: 0,
      services: material.services,
      read: (value) => {
        const { abstain, suggestions } = value as z.output<ReturnType<typeof answerOf<typeof entry>>>;
        return answered(
          abstain,
          suggestions.map((e) => {
            const leaf = unknown[Number(/^P(\d+)$/.exec(e.point)?.[1] ?? 0) - 1];
            return {
              kind: 'informationRequest',
              itemSequence: leaf?.itemSequence ?? 0,
              leafPath: leaf?.path ?? '',
              text: hidden.restore(e.text),
            };
          }),
          hidden,
        );
      },
    };
  },
};
