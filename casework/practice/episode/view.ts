import { type BoardPlace, boardPlace } from '@openum/domain/episode/board.ts';
import type { EpisodeEventType } from '@openum/domain/episode/event.ts';
import { forecast } from '@openum/domain/episode/forecast.ts';
import { coverageOf } from '@openum/domain/episode/ledger.ts';
import type {
  AnswerOutcome,
  EpisodeCoverage,
  Override,
  Patient,
  Programme,
  SubmissionKind,
} from '@openum/domain/episode/record.ts';
import { type Episode, type EpisodeAuthorization, finalAnswer, programmeOn } from '@openum/domain/episode/state.ts';
import type { CoveredService } from '@openum/domain/ledger/match.ts';
import { type LedgerTotals, totalsOf } from '@openum/domain/ledger/totals.ts';
import { addDays, type CalendarDate, type Instant, laterDay } from '@openum/domain/time/instant.ts';
import type { PracticeSettings } from '../../port/practiceRegister.ts';
import type { PracticeActing } from '../acting.ts';
import { forecastDays } from './board.ts';
import { type LoadedEpisode, loadEpisode } from './load.ts';
import { projectEpisode } from './project.ts';
import type { EpisodeRow } from './rows.ts';

export type GridService = CoveredService & {
  readonly billed?: { readonly claimId: string; readonly billedOn: CalendarDate };
};

/** One day of the grid: what was asked, granted, given and billed. */
export type GridDay = {
  readonly on: CalendarDate;
  readonly levelOfCare: string;
  readonly requested: readonly { readonly submissionId: string; readonly outcome?: AnswerOutcome }[];
  /** Authorizations whose span holds the day, of whatever level. */
  readonly authorized: readonly { readonly authorizationId: string; readonly levelOfCare: string }[];
  readonly services: readonly GridService[];
  /** How the day would be covered, for days that are still a plan. */
  readonly planned?: CoveredService;
};

export type ViewAuthorization = EpisodeAuthorization & { readonly unitsUsed: number };

export type ViewSubmission = {
  readonly submissionId: string;
  readonly kind: SubmissionKind;
  readonly levelOfCare: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly channel: string;
  readonly sentAt: Instant;
  readonly reference?: string;
  readonly outcome?: AnswerOutcome;
};

export type EpisodeView = {
  readonly episodeId: string;
  readonly version: number;
  readonly today: CalendarDate;
  readonly row: EpisodeRow;
  readonly place: BoardPlace;
  readonly patient: Patient;
  readonly coverages: readonly EpisodeCoverage[];
  readonly levels: readonly { readonly programme: Programme; readonly from: CalendarDate; readonly reason?: string }[];
  readonly discharge?: { readonly on: CalendarDate; readonly disposition: string };
  readonly days: readonly GridDay[];
  readonly totals: LedgerTotals;
  readonly authorizations: readonly ViewAuthorization[];
  readonly submissions: readonly ViewSubmission[];
  readonly documents: Episode['documents'];
  readonly notes: Episode['notes'];
  readonly handovers: Episode['handovers'];
  readonly overrides: readonly (Override & { readonly by: string; readonly at: Instant })[];
  readonly history: readonly {
    readonly sequence: number;
    readonly type: EpisodeEventType;
    readonly by: string;
    readonly at: Instant;
  }[];
  readonly settings: PracticeSettings;
};

const within = (on: CalendarDate, span: { readonly from: CalendarDate; readonly to: CalendarDate }): boolean =>
  span.from <= on && on <= span.to;

const lastDay = (e: Episode, today: CalendarDate): CalendarDate => {
  const last = e.services.reduce((day, s) => laterDay(day, s.on), e.admittedOn);
  if (e.discharge) return laterDay(last, e.discharge.on);
  return laterDay(last, addDays(today, forecastDays - 1));
};

const gridOf = (e: Episode, matched: readonly CoveredService[], today: CalendarDate): readonly GridDay[] => {
  const given = Map.groupBy(matched, (m) => m.service.on);
  const billed = new Map(e.services.map((s) => [s.serviceId, s.billed]));
  const plan = new Map(forecast(e, today, forecastDays).map((m) => [m.service.on, m]));
  const valid = e.authorizations.filter((a) => !a.voided);
  const end = lastDay(e, today);
  const days: GridDay[] = [];
  for (let on = e.admittedOn; on <= end; on = addDays(on, 1)) {
    const planned = plan.get(on);
    days.push({
      on,
      levelOfCare: programmeOn(e, on).levelOfCare,
      requested: e.submissions
        .filter((s) => within(on, s))
        .map((s) => {
          const answer = finalAnswer(s) ?? s.answers.at(-1);
          return { submissionId: s.submissionId, ...(answer ? { outcome: answer.outcome } : {}) };
        }),
      authorized: valid
        .filter((a) => within(on, a))
        .map(({ authorizationId, levelOfCare }) => ({ authorizationId, levelOfCare })),
      services: (given.get(on) ?? []).map((m) => {
        const bill = billed.get(m.service.serviceId);
        return { ...m, ...(bill ? { billed: bill } : {}) };
      }),
      ...(planned ? { planned } : {}),
    });
  }
  return days;
};

const nameOf = (actor: LoadedEpisode['events'][number]['actor']): string =>
  actor.kind === 'system' ? 'OpenUM' : actor.name;

/** Everything that the page of an episode shows; undefined when this practice has no such episode. */
export const readEpisode = async (
  { casework, scope, today }: PracticeActing,
  episodeId: string,
): Promise<EpisodeView | undefined> => {
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  if (!loaded) return undefined;
  const { state: e, events } = loaded;
  const matched = coverageOf(e);
  const rows = projectEpisode(episodeId, e);
  const used = new Map(rows.authorizations.map((a) => [a.authorizationId, a.unitsUsed]));
  return {
    episodeId,
    version: e.version,
    today,
    row: rows.episode,
    place: boardPlace(rows.episode, today),
    patient: e.patient,
    coverages: e.coverages.toSorted((a, b) => a.order - b.order),
    levels: e.levels,
    ...(e.discharge ? { discharge: e.discharge } : {}),
    days: gridOf(e, matched, today),
    totals: totalsOf(matched),
    authorizations: e.authorizations
      .map((a) => ({ ...a, unitsUsed: used.get(a.authorizationId) ?? 0 }))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    submissions: e.submissions.map((s) => {
      const outcome = s.answers.at(-1)?.outcome;
      return {
        submissionId: s.submissionId,
        kind: s.kind,
        levelOfCare: s.levelOfCare,
        from: s.from,
        to: s.to,
        channel: s.channel,
        sentAt: s.sentAt,
        ...(s.reference ? { reference: s.reference } : {}),
        ...(outcome ? { outcome } : {}),
      };
    }),
    documents: e.documents,
    notes: e.notes,
    handovers: e.handovers,
    overrides: events.flatMap((ev) =>
      (ev.type === 'ServicesRecorded' || ev.type === 'ServicesBilled') && ev.data.override
        ? [{ ...ev.data.override, by: nameOf(ev.actor), at: ev.recordedAt }]
        : [],
    ),
    history: events.map((ev) => ({
      sequence: ev.sequence,
      type: ev.type,
      by: nameOf(ev.actor),
      at: ev.occurredAt,
    })),
    settings: await casework.practiceRegister.settings(scope),
  };
};
