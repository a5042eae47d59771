import { outlookOf } from '@openum/domain/episode/board.ts';
import { coverageOf, ledgerOf } from '@openum/domain/episode/ledger.ts';
import { servicePages } from '@openum/domain/episode/page.ts';
import { type Episode, presentProgramme } from '@openum/domain/episode/state.ts';
import type { CoveredService } from '@openum/domain/ledger/match.ts';
import { countedDays, factsOf } from '@openum/domain/practiceMetrics/facts.ts';
import { mayHaveTasks } from '@openum/domain/practiceTask/may.ts';
import {
  type EpisodeAuthorizationRow,
  type EpisodeMatter,
  type EpisodeRow,
  type EpisodeRows,
  readModelVersion,
} from './rows.ts';

const episodeRow = (episodeId: string, e: Episode, matched: readonly CoveredService[]): EpisodeRow => {
  const programme = presentProgramme(e);
  const payer = e.coverages.toSorted((a, b) => a.order - b.order)[0];
  const open = matched.filter((m) => m.state !== 'covered');
  const sum = (of: (m: CoveredService) => number): number => matched.reduce((total, m) => total + of(m), 0);
  return {
    episodeId,
    episodeNumber: e.episodeNumber,
    version: e.version,
    patientId: e.patient.patientId,
    patientName: `${e.patient.family}, ${e.patient.given}`,
    patientBirthDate: e.patient.birthDate,
    ...(e.patient.chartNumber ? { chartNumber: e.patient.chartNumber } : {}),
    part2: e.patient.part2 ?? false,
    programmeId: programme.programmeId,
    programmeName: programme.name,
    levelOfCare: programme.levelOfCare,
    levelFrom: (e.levels.at(-1) ?? e.levels[0]).from,
    dailyCharge: programme.charge,
    admittedOn: e.admittedOn,
    emergency: e.emergency,
    ...(e.discharge ? { dischargedOn: e.discharge.on } : {}),
    ...(e.clinician ? { clinicianName: e.clinician.name } : {}),
    ...(e.clinician?.userId ? { clinicianUserId: e.clinician.userId } : {}),
    ...(payer
      ? {
          payerId: payer.payerId,
          payerName: payer.payerName,
          memberNumber: payer.memberNumber,
          ...(payer.lineOfBusiness ? { lineOfBusiness: payer.lineOfBusiness } : {}),
        }
      : {}),
    ...outlookOf(e),
    services: matched.length,
    uncoveredServices: open.length,
    charge: sum((m) => m.service.charge),
    atStake: sum((m) => m.atStake),
    changedAt: e.lastEventAt,
  };
};

const authorizationRows = (e: Episode, matched: readonly CoveredService[]): readonly EpisodeAuthorizationRow[] => {
  const used = new Map<string, number>();
  for (const { portions } of matched)
    for (const { authorizationId, units } of portions)
      used.set(authorizationId, (used.get(authorizationId) ?? 0) + units);
  return e.authorizations
    .filter((a) => !a.voided)
    .map((a) => ({
      authorizationId: a.authorizationId,
      number: a.number,
      coverageId: a.coverageId,
      levelOfCare: a.levelOfCare,
      codes: a.codes,
      firstDay: a.from,
      lastDay: a.to,
      ...(a.units === undefined ? {} : { units: a.units }),
      unitsUsed: used.get(a.authorizationId) ?? 0,
      ...(a.nextReviewOn ? { nextReviewOn: a.nextReviewOn } : {}),
    }))
    .toSorted((a, b) => (a.authorizationId < b.authorizationId ? -1 : 1));
};

const mattersOf = (e: Episode, matched: readonly CoveredService[]): readonly EpisodeMatter[] => [
  ...(mayHaveTasks(e, matched) ? (['tasks'] as const) : []),
  ...(e.talks.length > 0 ? (['talks'] as const) : []),
  ...(e.denials.length > 0 ? (['denials'] as const) : []),
];

/** Everything that is stored of an episode beside its log: a function of the log, so that it can be computed again. */
export const projectEpisode = (episodeId: string, e: Episode): EpisodeRows => {
  const matched = coverageOf(e);
  const claims = e.services.flatMap((s) => (s.billed && !s.withdrawn ? [s.billed.claimId] : []));
  const pages = servicePages(e, matched);
  const facts = factsOf(e);
  const days = countedDays(facts, pages);
  return {
    episode: episodeRow(episodeId, e, matched),
    authorizations: authorizationRows(e, matched),
    pages,
    pending: ledgerOf(e).pending,
    claimIds: [...new Set(claims)].toSorted(),
    facts: {
      madeBy: readModelVersion,
      matters: mattersOf(e, matched),
      ...(days ? { firstDay: days.first, lastDay: days.last } : {}),
      facts,
    },
  };
};
