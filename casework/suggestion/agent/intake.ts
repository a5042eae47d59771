import { part2 } from '@openum/content/disclosure/load.ts';
import { faxRules } from '@openum/content/suggestion/fax.ts';
import type { PageText } from '@openum/domain/extraction/extracted.ts';
import { mentionsPart2 } from '@openum/domain/part2/mentions.ts';
import { type CheckBasis, checked } from '@openum/domain/suggestion/check.ts';
import { faxIdentifiers, faxIdentity, identityFields } from '@openum/domain/suggestion/fax.ts';
import { type Identifiers, redactor } from '@openum/domain/suggestion/redact.ts';
import { type FieldRead, intakeFields } from '@openum/domain/suggestion/suggestion.ts';
import { z } from 'zod';
import type { Casework } from '../../casework.ts';
import type { Scope } from '../../port/scope.ts';
import { aliasesOf, packs, pagesAsData } from '../prompt.ts';
import { servicesOnPages } from '../services.ts';
import { identifiersOfMember, identifiersOfProvider } from '../subject.ts';
import { type Agent, type AgentWork, answered, answerOf, givenCitation, quoteShape } from './agent.ts';
import { bareBasis } from './ofCase.ts';

const entry = quoteShape.extend({ field: z.enum(intakeFields), value: z.string() });

/** A cover sheet and a form: what a request says of itself stands in front. */
const mostPages = 6;

const daysOf: readonly string[] = ['memberBirthDate', 'serviceStart'];

const pagesOf = async ({ casework, tenant, run }: AgentWork) => {
  const { id } = run.subject;
  const message = await casework.cases.message(tenant, id);
  const file = message && (await casework.documentReader.open(message.bytes));
  if (!file || 'problem' in file) return undefined;
  const pages: PageText[] = [];
  try {
    for (let page = 1; page <= Math.min(file.pages, mostPages); page++) {
      const { text } = await file.page(page);
      if (text.trim() !== '') pages.push({ documentId: id, page, text });
    }
  } finally {
    file.close();
  }
  return { pages, of: file.pages };
};

/** What rules read of member and sender; a value that does not stand in its words is none. */
const readByRules = (pages: readonly PageText[], basis: CheckBasis): readonly FieldRead[] =>
  checked(faxIdentity(pages, faxRules), { ...basis, fields: identityFields }).kept.filter(
    (s) => s.kind === 'intakeField',
  );

/** What names the persons of the fax: what its words give away, and what the registers know of the numbers on it. */
const identifiersOn = async (
  { register }: Casework,
  scope: Scope,
  pages: readonly PageText[],
  read: readonly FieldRead[],
): Promise<Identifiers> => {
  const all: Identifiers[] = [faxIdentifiers(pages, faxRules)];
  for (const { field, value } of read) {
    if (field === 'memberNumber') {
      const known = await register.memberByNumber(scope, value);
      if (known) all.push(identifiersOfMember(known.member));
    }
    if (field === 'providerNpi') {
      const known = await register.providerByNpi(scope, value);
      if (known) all.push(identifiersOfProvider(known));
    }
  }
  return { names: all.flatMap((i) => i.names), ids: all.flatMap((i) => i.ids) };
};

export const intake: Agent = {
  id: 'intake',
  prepare: async (work) => {
    const { casework, tenant, model } = work;
    const { knowledge, environment, modelSwitches } = casework;
    const file = await pagesOf(work);
    const [first] = packs(file?.pages ?? []);
    if (!file || !first) return 'nothingToRead';
    const { pages } = file;
    const texts = pages.map((p) => p.text);
    // Nobody has marked it yet; what it names is the only sign.
    if (!model.takesPart2 && mentionsPart2(texts, part2)) return 'protectedRecord';
    const basis = bareBasis('intakeField', pages, knowledge);
    const fromRules = readByRules(pages, basis);
    // A name that no rule finds could go out: who somebody is, rules read, and the model is asked for the rest.
    const fields = model.redaction === 'none' ? intakeFields : intakeFields.filter((f) => !identityFields.includes(f));
    const hidden = redactor(model.redaction, await identifiersOn(casework, tenant, pages, fromRules));
    const aliases = aliasesOf(pages);
    const boundary = environment.newId().replaceAll('-', '');
    return {
      prompts: [`FIELDS\n${fields.join(', ')}\nPAGES\n${pagesAsData(first, aliases, boundary, hidden.hide)}`],
      schema: answerOf(entry),
      basis: { ...basis, fields },
      pagesLeftOut: file.of - first.length,
      services: servicesOnPages(texts, await modelSwitches.changes(tenant), knowledge),
      fromRules,
      read: (value) => {
        const { abstain, suggestions } = value as z.output<ReturnType<typeof answerOf<typeof entry>>>;
        return answered(
          abstain,
          suggestions.map((e) => ({
            kind: 'intakeField',
            field: e.field,
            value: daysOf.includes(e.field) ? hidden.restoreDay(e.value) : hidden.restore(e.value).trim(),
            citation: givenCitation(e, aliases, hidden),
          })),
          hidden,
        );
      },
    };
  },
};
