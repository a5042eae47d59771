import { z } from 'zod';
import { type Agent, answered, answerOf } from './agent.ts';
import { caseMaterial } from './ofCase.ts';

const entry = z.object({ text: z.string() });

export const letter: Agent = {
  id: 'letter',
  prepare: async (work) => {
    const { rationale, itemSequence } = work.run.input;
    const material = await caseMaterial(work);
    if (typeof material === 'string') return material;
    // The physician's words may be those of a protected page.
    if (material.partly) return 'protectedRecord';
    if (itemSequence === undefined || (rationale ?? '').trim() === '') return 'nothingToRead';
    const { hidden, basis } = material;
    const written = rationale ?? '';
    return {
      prompts: [`WHAT THE PHYSICIAN WROTE\n${hidden.hide(written)}`],
      schema: answerOf(entry),
      basis: basis('letterDraft', [], { sources: [written] }),
      pagesLeftOut: 0,
      services: material.services,
      read: (value) => {
        const { abstain, suggestions } = value as z.output<ReturnType<typeof answerOf<typeof entry>>>;
        const texts = suggestions.slice(0, 1).map((e) => hidden.restore(e.text));
        return answered(
          abstain,
          texts.map((text) => ({ kind: 'letterDraft', itemSequence, text })),
          hidden,
        );
      },
    };
  },
};
