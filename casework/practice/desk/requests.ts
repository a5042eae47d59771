import { appealOfRequest } from '@openum/domain/denial/appeal/heard.ts';
import type { EpisodeCoverage, Patient, SubmissionKind } from '@openum/domain/episode/record.ts';
import { submissionKinds } from '@openum/domain/episode/record.ts';
import {
  type Episode,
  type EpisodeAppeal,
  type EpisodeSubmission,
  presentProgramme,
} from '@openum/domain/episode/state.ts';
import { likelyKind, type SuggestedRequest, suggestedRequest } from '@openum/domain/payer/suggest.ts';
import { openQuestions, type PayerQuestion } from '@openum/domain/payer/unknown.ts';
import type { SavedPayerCard } from '@openum/domain/payer/version.ts';
import { coverageOn } from '@openum/domain/practiceTask/context.ts';
import { tasksOf } from '@openum/domain/practiceTask/derive.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { PayerExchange } from '../../port/payerExchanges.ts';
import type { ListedFile } from '../../port/payerFiles.ts';
import type { PracticeActing } from '../acting.ts';
import { loadEpisode } from '../episode/load.ts';
import { cardsOn } from '../payer/cards.ts';
import { taskReading } from '../task/context.ts';
import { type TaskLine, taskLines } from '../task/read.ts';

export type SentMessage = Pick<PayerExchange, 'operation' | 'sentAt' | 'line' | 'status' | 'open'>;

/** A request as it was sent over an electronic line or as a file. */
export type DeskSubmission = EpisodeSubmission & {
  readonly messages: readonly SentMessage[];
  /** The last appeal of what was refused of it. */
  readonly appeal?: Pick<EpisodeAppeal, 'level' | 'sentOn' | 'answered'>;
  readonly file?: Pick<ListedFile, 'fileId' | 'fileName' | 'standing' | 'control'>;
};

export type PayerView = {
  readonly coverage: EpisodeCoverage;
  readonly card?: SavedPayerCard;
  /** For the present level. */
  readonly unknown: readonly PayerQuestion[];
  /** Name of the electronic line, where one of this installation leads to the payer. */
  readonly line?: string;
  /** Name of the line that carries X12 files to the payer, where there is one. */
  readonly fileLine?: string;
};

/** Everything that a request to a payer needs to be composed, sent and followed. */
export type RequestDesk = {
  readonly episodeId: string;
  readonly version: number;
  readonly episodeNumber: string;
  readonly patient: Patient;
  readonly admittedOn: CalendarDate;
  readonly dischargedOn?: CalendarDate;
  readonly emergency: boolean;
  readonly levels: Episode['levels'];
  readonly levelOfCare: string;
  readonly clinician?: Episode['clinician'];
  readonly payers: readonly PayerView[];
  /** The coverage that is asked first today. */
  readonly coverageId?: string;
  readonly likely: SubmissionKind;
  readonly suggestions: readonly SuggestedRequest[];
  /** As named in the last request. */
  readonly diagnoses: readonly string[];
  readonly submissions: readonly DeskSubmission[];
  readonly authorizations: Episode['authorizations'];
  readonly tasks: readonly TaskLine[];
  readonly lastNoteCheck?: Episode['noteChecks'][number];
  readonly today: CalendarDate;
  readonly now: Instant;
};

const appealLine = ({ level, sentOn, answered }: EpisodeAppeal): NonNullable<DeskSubmission['appeal']> => ({
  level,
  ...(sentOn ? { sentOn } : {}),
  ...(answered ? { answered } : {}),
});

const deskSubmission = async (
  { casework, scope }: PracticeActing,
  e: Episode,
  s: EpisodeSubmission,
): Promise<DeskSubmission> => {
  const appeal = appealOfRequest(e, s.submissionId);
  const exchanges = s.channel === 'pas' ? await casework.payerExchanges.ofSubmission(scope, s.submissionId) : [];
  const file = s.channel === 'x12' ? await casework.payerFiles.find(scope, s.submissionId) : undefined;
  return {
    ...s,
    ...(appeal ? { appeal: appealLine(appeal) } : {}),
    messages: exchanges.map(({ operation, sentAt, line, status, open }) => ({
      operation,
      sentAt,
      line,
      ...(status === undefined ? {} : { status }),
      open,
    })),
    ...(file
      ? {
          file: {
            fileId: file.fileId,
            fileName: file.fileName,
            standing: file.standing,
            ...(file.control === undefined ? {} : { control: file.control }),
          },
        }
      : {}),
  };
};

export const readRequestDesk = async (me: PracticeActing, episodeId: string): Promise<RequestDesk | undefined> => {
  const { casework, scope, today, now, practice } = me;
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  if (!loaded) return undefined;
  const e = loaded.state;
  const [cards, { context, duty }] = await Promise.all([
    cardsOn(casework, scope, today),
    taskReading(casework, scope, practice.zone, now),
  ]);
  const names = casework.payerLines?.names(scope) ?? [];
  const fileLines = casework.fileLines?.lines(scope).map((l) => l.name) ?? [];
  const { levelOfCare } = presentProgramme(e);
  const first = coverageOn(e, today);
  const card = first && cards.get(first.payerId)?.card;
  const submissions = await Promise.all(e.submissions.map((s) => deskSubmission(me, e, s)));
  const lastNoteCheck = e.noteChecks.at(-1);
  return {
    episodeId,
    version: e.version,
    episodeNumber: e.episodeNumber,
    patient: e.patient,
    admittedOn: e.admittedOn,
    ...(e.discharge ? { dischargedOn: e.discharge.on } : {}),
    emergency: e.emergency,
    levels: e.levels,
    levelOfCare,
    ...(e.clinician ? { clinician: e.clinician } : {}),
    payers: e.coverages.map((coverage) => {
      const saved = cards.get(coverage.payerId);
      const line = saved?.card.line;
      return {
        coverage,
        ...(saved ? { card: saved } : {}),
        unknown: openQuestions(saved?.card, levelOfCare),
        ...(line && names.includes(line) ? { line } : {}),
        ...(line && fileLines.includes(line) ? { fileLine: line } : {}),
      };
    }),
    ...(first ? { coverageId: first.coverageId } : {}),
    likely: likelyKind(e),
    suggestions: submissionKinds.map((kind) => suggestedRequest(e, card, kind, today)),
    diagnoses: e.submissions.findLast((s) => s.diagnoses)?.diagnoses ?? [],
    submissions: submissions.toReversed(),
    authorizations: e.authorizations,
    tasks: taskLines(episodeId, e, tasksOf(e, duty, context)),
    ...(lastNoteCheck ? { lastNoteCheck } : {}),
    today,
    now,
  };
};
