import { packetTexts } from '@openum/content/packet/load.ts';
import type { EpisodeCoverage } from '@openum/domain/episode/record.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import { levelGuideFor } from '@openum/domain/noteCheck/guide.ts';
import type { Packet } from '@openum/domain/packet/record.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { usualDay, usualSpan } from '@openum/domain/time/usual.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Paper, PaperSection } from '../../port/bundlePrinter.ts';
import type { Tenant } from '../../port/identity.ts';
import type { PracticeActing } from '../acting.ts';

export const letterheadOf = ({ name, addressLines = [], phone }: Tenant): Paper['from'] => ({
  name,
  lines: [...addressLines, ...(phone ? [`Telephone ${phone}`] : [])],
});

const levelName = ({ noteCheck }: Pick<Knowledge, 'noteCheck'>, levelOfCare: string): string =>
  levelGuideFor(noteCheck.guide, levelOfCare)?.name ?? levelOfCare;

type Row = { readonly label: string; readonly value: string };

/** Rows that have something to say. */
export const facts = (...rows: readonly (readonly [label: string, value: string | undefined])[]): readonly Row[] =>
  rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));

export const aboutPatient = (e: Episode, coverage: EpisodeCoverage | undefined): readonly Row[] =>
  facts(
    ['Patient', `${e.patient.given} ${e.patient.family}, born ${usualDay(e.patient.birthDate)}`],
    ['Member number', coverage?.memberNumber],
    ['Group', coverage?.groupNumber],
    ['Admitted', `${usualDay(e.admittedOn)}${e.emergency ? ', as an emergency' : ''}`],
    ['Discharged', e.discharge && usualDay(e.discharge.on)],
    ['Treating clinician', e.clinician?.name],
    ['Our number', e.episodeNumber],
  );

type ToPrint = Omit<Packet, 'packetId' | 'parts' | 'pages' | 'sha256'>;

const asked = (knowledge: Knowledge, { request }: ToPrint): readonly PaperSection[] =>
  request
    ? [
        {
          heading: packetTexts.headings.request,
          blocks: [
            ...(request.urgency === 'expedited' ? [{ kind: 'paragraph' as const, text: packetTexts.urgent }] : []),
            {
              kind: 'facts',
              rows: facts(
                ['Level of care', levelName(knowledge, request.levelOfCare)],
                ['Codes', request.codes.join(', ')],
                ['Days', usualSpan(request.from, request.to)],
                ['Days or units', request.units?.toString()],
                ['Diagnoses (ICD-10-CM)', request.diagnoses?.join(', ')],
              ),
            },
          ],
        },
      ]
    : [];

const standing = (knowledge: Knowledge, e: Episode, coverageId: string): readonly PaperSection[] => {
  const items = e.authorizations
    .filter((a) => !a.voided && a.coverageId === coverageId)
    .map((a) => `${a.number}: ${levelName(knowledge, a.levelOfCare)}, ${usualSpan(a.from, a.to)}`);
  return items.length > 0 ? [{ heading: packetTexts.headings.standing, blocks: [{ kind: 'list', items }] }] : [];
};

export const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((p) => p.trim())
    .filter((p) => p !== '')
    .map((p) => ({ kind: 'paragraph' as const, text: p }));

/** What a packet says: who, what is asked for, the clinical update by the payer's wishes; a sheet before it for the fax. */
export const packetPaper = (
  { casework: { knowledge }, practice, now, actor }: PracticeActing,
  e: Episode,
  packet: ToPrint,
): Paper => {
  const { coverageId, request, answers, updates, addressee, fax } = packet;
  const coverage = e.coverages.find((c) => c.coverageId === coverageId);
  const answered = e.submissions.find((s) => s.submissionId === answers?.submissionId);
  const today = usualDay(dateInZone(now, practice.zone));
  const notes = [
    ...(request?.kind === 'retrospective' ? [packetTexts.retrospectiveNote] : []),
    ...(e.emergency && (request?.kind === 'retrospective' || request?.kind === 'initial')
      ? [packetTexts.emergencyNote]
      : []),
  ];
  return {
    title: packetTexts.titles[request?.kind ?? 'information'],
    from: letterheadOf(practice),
    addressee: [addressee],
    dateText: today,
    ...(fax
      ? {
          cover: {
            heading: packetTexts.coverHeading,
            facts: facts(
              ['To', addressee],
              ['Fax', fax],
              ['From', `${actor.name}, ${practice.name}`],
              ['Date', today],
              ['Our number', e.episodeNumber],
            ),
            notices: [...packetTexts.coverNotices, ...(e.patient.part2 ? [packetTexts.part2Notice] : [])],
          },
        }
      : {}),
    facts: [
      ...aboutPatient(e, coverage),
      ...facts(
        ['Your reference', answered?.reference],
        ['Answers your question on', answered && usualSpan(answered.from, answered.to)],
      ),
    ],
    sections: [
      ...asked(knowledge, packet),
      ...(notes.length > 0 ? [{ heading: 'Circumstances', blocks: [{ kind: 'list' as const, items: notes }] }] : []),
      {
        heading: packetTexts.headings.summary,
        blocks: paragraphs(answers?.summary ?? request?.clinicalSummary ?? ''),
      },
      ...(updates.length > 0
        ? [
            {
              heading: packetTexts.headings.update,
              blocks: updates.map((u) => ({ kind: 'paragraph' as const, lead: u.wanted, text: u.text })),
            },
          ]
        : []),
      ...standing(knowledge, e, coverageId),
    ],
    closing: [packetTexts.closing, ...(e.patient.part2 ? [packetTexts.part2Notice] : [])],
    contentsHeading: packetTexts.headings.contents,
    footer: `${practice.name}, ${e.episodeNumber}`,
  };
};
