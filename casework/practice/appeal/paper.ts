import { packetTexts } from '@openum/content/packet/load.ts';
import { type AppealDraft, type AppealQuote, saidPoints } from '@openum/domain/denial/appeal/draft.ts';
import type { Episode, EpisodeAppeal } from '@openum/domain/episode/state.ts';
import { usualDay, usualMoney, usualSpan } from '@openum/domain/time/usual.ts';
import type { Paper, PaperBlock } from '../../port/bundlePrinter.ts';
import type { PracticeActing } from '../acting.ts';
import { aboutPatient, facts, letterheadOf, paragraphs } from '../packet/paper.ts';
import { titleIn } from './draft.ts';

export type AppealToPrint = Pick<EpisodeAppeal, 'denialId' | 'level' | 'urgency'> & {
  readonly draft: AppealDraft;
  readonly levelName?: string;
  readonly address?: string;
  readonly fax?: string;
};

const placeOf = (
  draft: AppealDraft,
  e: Episode,
  from: AppealQuote['from'],
): Extract<PaperBlock, { kind: 'quote' }>['from'] => {
  if ('source' in from) return from;
  const part = draft.exhibits.findIndex(
    (x) => x.documentId === from.documentId && (!x.pages || (x.pages.from <= from.page && from.page <= x.pages.to)),
  );
  return part < 0 ? { source: `${titleIn(e)(from.documentId)}, page ${from.page}` } : { part, page: from.page };
};

/** The letter of an appeal: what is appealed, each point of the criteria with the words of the record, and what is asked for. */
export const appealPaper = (
  { practice, today, actor }: PracticeActing,
  e: Episode,
  { denialId, level, urgency, draft, levelName, address, fax }: AppealToPrint,
): Paper => {
  const d = e.denials.find((x) => x.denialId === denialId);
  const coverage = e.coverages.find((c) => c.coverageId === d?.coverageId);
  const day = usualDay(today);
  const payer = coverage?.payerName ?? '';
  return {
    title: `${urgency === 'expedited' ? 'Expedited appeal' : 'Appeal'}${level > 1 ? `, level ${level}` : ''}${levelName ? `: ${levelName}` : ''}`,
    from: letterheadOf(practice),
    addressee: [payer, ...(address ? address.split(/\n|,\s*(?=PO Box|P\.O\.|\d)/) : [])],
    dateText: day,
    ...(fax
      ? {
          cover: {
            heading: packetTexts.coverHeading,
            facts: facts(
              ['To', payer],
              ['Fax', fax],
              ['From', `${actor.name}, ${practice.name}`],
              ['Date', day],
              ['Our number', e.episodeNumber],
            ),
            notices: [...packetTexts.coverNotices, ...(e.patient.part2 ? [packetTexts.part2Notice] : [])],
          },
        }
      : {}),
    facts: [
      ...aboutPatient(e, coverage),
      ...facts(
        ['Your number', d?.reference],
        ['Your letter', d?.letterOn && usualDay(d.letterOn)],
        ['Days denied', d && usualSpan(d.from, d.to)],
        ['Claim', d?.claimId],
        ['Amount', d && usualMoney(d.amount)],
      ),
    ],
    sections: [
      { heading: 'What we appeal', blocks: paragraphs(draft.opening) },
      {
        heading: draft.criteriaName ? `Point by point: ${draft.criteriaName}` : 'Point by point',
        blocks: saidPoints(draft).flatMap((p): readonly PaperBlock[] => [
          { kind: 'paragraph', lead: p.label, text: p.statement },
          ...p.quotes.map(
            (q): PaperBlock => ({
              kind: 'quote',
              text: q.text.replace(/\s+/g, ' ').trim(),
              from: placeOf(draft, e, q.from),
            }),
          ),
        ]),
      },
      { heading: 'What we ask for', blocks: paragraphs(draft.closing) },
    ],
    closing: [actor.name, practice.name, ...(e.patient.part2 ? [packetTexts.part2Notice] : [])],
    contentsHeading: 'Exhibits',
    footer: `${practice.name}, ${e.episodeNumber}${d?.reference ? `, your number ${d.reference}` : ''}`,
  };
};
