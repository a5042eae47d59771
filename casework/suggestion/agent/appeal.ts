import type { Episode, EpisodeDenial } from '@openum/domain/episode/state.ts';
import { programmeOn } from '@openum/domain/episode/state.ts';
import type { PageText } from '@openum/domain/extraction/extracted.ts';
import { type Identifiers, redactor } from '@openum/domain/suggestion/redact.ts';
import { z } from 'zod';
import { loadEpisode } from '../../practice/episode/load.ts';
import { aliasesOf, pagesAbout, pagesAsData } from '../prompt.ts';
import { servicesOfDenial } from '../services.ts';
import { pagesOfDocuments } from '../subject.ts';
import { type Agent, answered, answerOf, givenCitation, quoteShape } from './agent.ts';
import { bareBasis } from './ofCase.ts';

const entry = z.object({ text: z.string(), quotes: z.array(quoteShape) });

/** What the record of a practice says of the denied days: what was sent to the payer about them, and what was said. */
const recordOf = (e: Episode, d: EpisodeDenial): readonly PageText[] => [
  ...e.submissions
    .filter((s) => s.submissionId === d.submissionId || (s.from <= d.to && d.from <= s.to))
    .flatMap((s) =>
      [s.clinicalSummary, ...s.informationSent.map((i) => i.summary)].map((text, at) => ({
        documentId: `submission:${s.submissionId}`,
        page: at + 1,
        text,
      })),
    ),
  ...e.talks.flatMap((t, at) =>
    t.held && t.submissionId !== undefined && t.submissionId === d.submissionId
      ? [{ documentId: `talk:${at + 1}`, page: 1, text: t.held.notes }]
      : [],
  ),
];

const identifiersOf = (e: Episode): Identifiers => ({
  names: [
    `${e.patient.given} ${e.patient.family}`,
    e.patient.family,
    e.patient.given,
    ...(e.clinician ? [e.clinician.name, ...e.clinician.name.split(/\s+/).filter((w) => w.length > 2)] : []),
  ],
  ids: [
    e.episodeNumber,
    ...(e.patient.chartNumber ? [e.patient.chartNumber] : []),
    ...e.coverages.map((c) => c.memberNumber),
    ...e.authorizations.map((a) => a.number),
  ],
});

export const appeal: Agent = {
  id: 'appeal',
  prepare: async ({ casework, tenant, run, model }) => {
    const loaded = await loadEpisode(casework.episodes, tenant, run.subject.id);
    const denial = loaded?.state.denials.find((d) => d.denialId === run.input.denialId);
    if (!loaded || !denial) return 'nothingToRead';
    const e = loaded.state;
    // 42 CFR 2.13: such records go to nobody without the patient's consent, and none names this reader.
    if (e.patient.part2 && !model.takesPart2) return 'protectedRecord';
    // What was written after the denied days is no record of their time, and the payer's own letter argues for the payer.
    const written = e.documents.filter(
      (d) => !d.withdrawn && d.kind !== 'denialLetter' && d.recordedOn !== undefined && d.recordedOn <= denial.to,
    );
    const shelf = await pagesOfDocuments(casework, tenant, run.subject.id, written);
    const all = [...recordOf(e, denial).filter((p) => p.text.trim() !== ''), ...shelf.pages];
    if (all.length === 0) return 'nothingToRead';
    const hidden = redactor(model.redaction, identifiersOf(e));
    const reason = denial.reason ?? '';
    const programme = programmeOn(e, denial.from).name;
    const pages = pagesAbout(all, [reason, programme]);
    const aliases = aliasesOf(pages);
    const boundary = casework.environment.newId().replaceAll('-', '');
    return {
      prompts: [
        `SERVICE\n${programme}\nREASON GIVEN BY THE PAYER\n${hidden.hide(reason) || 'none given'}\nPAGES\n${pagesAsData(pages, aliases, boundary, hidden.hide)}`,
      ],
      schema: answerOf(entry),
      basis: bareBasis('appealDraft', pages, casework.knowledge),
      pagesLeftOut: shelf.leftOut + all.length - pages.length,
      services: servicesOfDenial(e, denial),
      read: (value) => {
        const { abstain, suggestions } = value as z.output<ReturnType<typeof answerOf<typeof entry>>>;
        return answered(
          abstain,
          suggestions.map((a) => ({
            kind: 'appealDraft',
            text: hidden.restore(a.text),
            citations: a.quotes.map((q) => givenCitation(q, aliases, hidden)),
          })),
          hidden,
        );
      },
    };
  },
};
