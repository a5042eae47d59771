import { askedTypes } from '@openum/content/payerFile/levels.ts';
import { type BenefitCard, benefitCard, goodThrough } from '@openum/domain/benefits/card.ts';
import type { BenefitVerification } from '@openum/domain/benefits/verification.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { type Episode, presentProgramme } from '@openum/domain/episode/state.ts';
import type { AuthorizationNeed, Said } from '@openum/domain/payer/card.ts';
import { levelRule } from '@openum/domain/payer/question.ts';
import { type CalendarDate, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { ListedFile } from '../../port/payerFiles.ts';
import { byAt, type PracticeActing } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';
import { loadEpisode } from '../episode/load.ts';
import { cardsOn } from '../payer/cards.ts';
import { fileLineOf } from '../payerFile/line.ts';
import { makeFile } from '../payerFile/make.ts';
import { handOf } from '../payerFile/sendRequest.ts';
import { levelsAskedOf } from './reply.ts';

export type CoverageBenefits = BenefitCard & {
  /** The line by which the payer can be asked with a file. */
  readonly fileLine?: string;
  /** What the payer's rule card says about authorization, for each level that a verification speaks of. */
  readonly rules: readonly { readonly levelOfCare: string; readonly authorization?: Said<AuthorizationNeed> }[];
  /** Until when a verification of today is good. */
  readonly goodThrough: CalendarDate;
};

export type BenefitDesk = {
  readonly episodeId: string;
  readonly version: number;
  readonly episodeNumber: string;
  readonly patientName: string;
  readonly levelOfCare: string;
  /** Levels that a verification speaks of. */
  readonly levels: readonly string[];
  readonly coverages: readonly CoverageBenefits[];
  /** Questions about benefits that went out for this patient, newest first. */
  readonly questions: readonly Pick<ListedFile, 'fileId' | 'fileName' | 'standing' | 'keptAt' | 'line'>[];
  readonly today: CalendarDate;
};

const shownQuestions = 200;

/** Everything that is known of a patient's benefits, and how to learn more. */
export const readBenefitDesk = async (me: PracticeActing, episodeId: string): Promise<BenefitDesk | undefined> => {
  const { casework, scope, today, practice } = me;
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  if (!loaded) return undefined;
  const e = loaded.state;
  const [cards, levels, questions] = await Promise.all([
    cardsOn(casework, scope, today),
    levelsAskedOf(me, e),
    casework.payerFiles.list(scope, { direction: 'out', kind: '270' }, undefined, shownQuestions),
  ]);
  const names = casework.fileLines?.lines(scope).map((l) => l.name) ?? [];
  return {
    episodeId,
    version: e.version,
    episodeNumber: e.episodeNumber,
    patientName: `${e.patient.family}, ${e.patient.given}`,
    levelOfCare: presentProgramme(e).levelOfCare,
    levels,
    coverages: e.coverages.map((coverage) => {
      const card = cards.get(coverage.payerId)?.card;
      return {
        ...benefitCard(e, coverage, today, practice.zone),
        ...(card?.line && names.includes(card.line) ? { fileLine: card.line } : {}),
        rules: levels.map((levelOfCare) => {
          const authorization = levelRule(card, levelOfCare)?.authorization;
          return { levelOfCare, ...(authorization ? { authorization } : {}) };
        }),
        goodThrough: goodThrough(today, card, coverage.to),
      };
    }),
    questions: questions
      .filter((q) => q.episodeId === episodeId)
      .map(({ fileId, fileName, standing, keptAt, line }) => ({
        fileId,
        fileName,
        standing,
        keptAt,
        ...(line ? { line } : {}),
      })),
    today,
  };
};

export type GivenBenefits = Omit<
  BenefitVerification,
  'verificationId' | 'verifiedAt' | 'validThrough' | 'source' | 'fileId'
> & {
  readonly verifiedAt?: Instant;
  readonly validThrough?: CalendarDate;
};

/** What a payer said on the telephone or on its page, as somebody writes it down. */
export const recordBenefits = async (
  me: PracticeActing,
  episodeId: string,
  { commandId, expectedVersion }: { readonly commandId: string; readonly expectedVersion: number },
  given: GivenBenefits,
): Promise<EpisodeActed> => {
  const cards = await cardsOn(me.casework, me.scope, me.today);
  const { verifiedAt = me.now, ...told } = given;
  const on = dateInZone(verifiedAt, me.practice.zone);
  return actOnEpisode(me.casework, me.scope, {
    episodeId,
    commandId,
    expectedVersion,
    command: ({ state }) => {
      const payerId = state.coverages.find((c) => c.coverageId === told.coverageId)?.payerId;
      if (payerId === undefined) return refuse('coverageUnknown');
      return {
        type: 'RecordBenefits',
        ...byAt(me),
        ...told,
        verificationId: commandId,
        verifiedAt,
        validThrough: told.validThrough ?? goodThrough(on, cards.get(payerId)?.card, told.coverageTo),
        source: 'manual',
      };
    },
  });
};

const memberOf = (e: Episode, coverageId: string) => e.coverages.find((c) => c.coverageId === coverageId)?.memberNumber;

/** Asks a payer about benefits with a file (270). The same question asked twice is one file. */
export const askBenefits = async (
  me: PracticeActing,
  episodeId: string,
  questionId: string,
  coverageId: string,
): Promise<{ readonly fileId: string } | Refusal> => {
  const loaded = await loadEpisode(me.casework.episodes, me.scope, episodeId);
  if (!loaded) return refuse('episodeNotFound');
  const memberNumber = memberOf(loaded.state, coverageId);
  if (memberNumber === undefined) return refuse('coverageUnknown');
  const chosen = await fileLineOf(me, loaded.state, coverageId);
  if (isRefusal(chosen)) return chosen;
  const { lines, line } = chosen;
  const serviceTypes = askedTypes(await levelsAskedOf(me, loaded.state));
  const question = { questionId, patient: loaded.state.patient, memberNumber, on: me.today, serviceTypes };
  await makeFile(handOf(me), {
    lines,
    line,
    kind: '270',
    fileId: questionId,
    reference: questionId,
    episodeId,
    write: (envelope) => lines.question(me.scope, line.name, question, envelope),
  });
  return { fileId: questionId };
};
