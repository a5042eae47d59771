import type { PageText } from '@openum/domain/extraction/extracted.ts';
import { redactor } from '@openum/domain/suggestion/redact.ts';
import { intakeFields } from '@openum/domain/suggestion/suggestion.ts';
import { z } from 'zod';
import { aliasesOf, packs, pagesAsData } from '../prompt.ts';
import { type Agent, answered, answerOf, givenCitation, quoteShape } from './agent.ts';
import { bareBasis } from './ofCase.ts';

const entry = quoteShape.extend({ field: z.enum(intakeFields), value: z.string() });

/** A cover sheet and a form: what a request says of itself stands in front. */
const mostPages = 6;

const daysOf: readonly string[] = ['memberBirthDate', 'serviceStart'];

export const intake: Agent = {
  id: 'intake',
  prepare: async ({ casework, tenant, run, model }) => {
    // Nobody knows yet whose names are on it, so that none could be taken out.
    if (model.redaction !== 'none') return 'cannotRedact';
    const { id } = run.subject;
    const message = await casework.cases.message(tenant, id);
    const file = message && (await casework.documentReader.open(message.bytes));
    if (!file || 'problem' in file) return 'nothingToRead';
    const pages: PageText[] = [];
    try {
      for (let page = 1; page <= Math.min(file.pages, mostPages); page++) {
        const { text } = await file.page(page);
        if (text.trim() !== '') pages.push({ documentId: id, page, text });
      }
    } finally {
      file.close();
    }
    const [first] = packs(pages);
    if (!first) return 'nothingToRead';
    const hidden = redactor('none', { names: [], ids: [] });
    const aliases = aliasesOf(pages);
    const boundary = casework.environment.newId().replaceAll('-', '');
    return {
      prompts: [`FIELDS\n${intakeFields.join(', ')}\nPAGES\n${pagesAsData(first, aliases, boundary, hidden.hide)}`],
      schema: answerOf(entry),
      basis: bareBasis('intakeField', pages, casework.knowledge),
      pagesLeftOut: file.pages - first.length,
      read: (value) => {
        const { abstain, suggestions } = value as z.output<ReturnType<typeof answerOf<typeof entry>>>;
        return answered(
          abstain,
          suggestions.map((e) => ({
            kind: 'intakeField',
            field: e.field,
            value: daysOf.includes(e.field) ? hidden.restoreDay(e.value) : e.value.trim(),
            citation: givenCitation(e, aliases, hidden),
          })),
          hidden,
        );
      },
    };
  },
};
