import { type AppealArgument, appealArguments } from '@openum/content/appealEvidence/load.ts';
import type { AppealDraft } from '@openum/domain/denial/appeal/draft.ts';
import { evidenceFor, type LeafEvidence } from '@openum/domain/denial/appeal/evidence.ts';
import type { AppealCriteria, AppealLeaf } from '@openum/domain/denial/appeal/leaf.ts';
import { closingText, openingText } from '@openum/domain/denial/appeal/opening.ts';
import type { Denial } from '@openum/domain/episode/record.ts';
import type { Episode, EpisodeAppeal, EpisodeDenial } from '@openum/domain/episode/state.ts';
import { readyGuide } from '@openum/domain/noteCheck/guide.ts';
import { appealLevel } from '@openum/domain/payer/question.ts';
import { appealTasks } from '@openum/domain/practiceTask/money.ts';
import { readyTextRules } from '@openum/domain/text/rule.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { PracticeActing } from '../acting.ts';
import { loadEpisode } from '../episode/load.ts';
import { type PacketDesk, readPacketDesk } from '../packet/desk.ts';
import { cardsOn } from '../payer/cards.ts';
import { taskReading } from '../task/context.ts';
import { criteriaFor, levelOfDenial } from './criteria.ts';
import { type NotOfTheTime, recordAtService } from './evidence.ts';

export type AppealLeafView = AppealLeaf & Omit<LeafEvidence, 'leafId'>;

export type AppealDesk = Pick<PacketDesk, 'episodeId' | 'version' | 'part2' | 'documents' | 'pages' | 'gateways'> & {
  readonly episodeNumber: string;
  readonly patientName: string;
  readonly payerName: string;
  readonly levelOfCare: string;
  readonly denial: Denial;
  /** The level that is open to the practice, or the one that was sent last. */
  readonly level: number;
  readonly levelName?: string;
  readonly dueAt?: Instant;
  /** Where it goes: as the letter says, else by the rule card. */
  readonly address?: string;
  /** Whether an appeal of this level may be begun or goes on being written. */
  readonly open: boolean;
  readonly criteria: readonly Pick<AppealCriteria, 'criteriaId' | 'name' | 'citation'>[];
  readonly criteriaId: string;
  /** What the payer calls its criteria. */
  readonly criteriaNamed?: string;
  readonly leaves: readonly AppealLeafView[];
  /** A first draft, from the record. */
  readonly start: AppealDraft;
  /** The appeal of this level as it stands. */
  readonly appeal?: EpisodeAppeal;
  readonly earlier: readonly EpisodeAppeal[];
  /** Documents that are not the record at the time of service. */
  readonly left: Readonly<Record<string, NotOfTheTime>>;
  readonly arguments: readonly AppealArgument[];
};

const startOf = (
  e: Episode,
  d: EpisodeDenial,
  level: number,
  { practice }: PracticeActing,
  criteria: AppealCriteria | undefined,
  leaves: readonly AppealLeafView[],
): AppealDraft => {
  const cited = new Set(
    leaves.flatMap((l) => l.supports.flatMap((q) => ('documentId' in q.from ? [q.from.documentId] : []))),
  );
  const exhibits = [
    ...(d.letter ? [d.letter.documentId] : []),
    ...e.documents.map((x) => x.documentId).filter((id) => cited.has(id)),
  ];
  return {
    criteriaId: criteria?.criteriaId ?? '',
    criteriaName: criteria?.name ?? '',
    opening: openingText(e, d, level, practice.zone),
    points: leaves.map((l) => ({
      leafId: l.leafId,
      label: l.label,
      statement: l.supports.length > 0 ? '' : `[Treating clinician: ${l.ask}]`,
      quotes: l.supports,
    })),
    closing: closingText(d),
    exhibits: exhibits.map((documentId) => ({ documentId })),
  };
};

/** Everything that an appeal is written from: the criteria point by point, what the record shows, and what was kept so far. */
export const readAppealDesk = async (
  me: PracticeActing,
  episodeId: string,
  denialId: string,
  chosenId?: string,
): Promise<AppealDesk | undefined> => {
  const { casework, scope, practice, now, today } = me;
  const [loaded, packets] = await Promise.all([
    loadEpisode(casework.episodes, scope, episodeId),
    readPacketDesk(me, episodeId),
  ]);
  const d = loaded?.state.denials.find((x) => x.denialId === denialId);
  if (!loaded || !packets || !d) return undefined;
  const e = loaded.state;
  const [cards, { context }] = await Promise.all([
    cardsOn(casework, scope, today),
    taskReading(casework, scope, practice.zone, now),
  ]);
  const coverage = e.coverages.find((c) => c.coverageId === d.coverageId);
  const card = coverage && cards.get(coverage.payerId)?.card;
  const own = e.appeals.filter((a) => a.denialId === denialId);
  const task = appealTasks(e, context).find((t) => t.about.denialId === denialId);
  const level = task?.about.level ?? own.findLast((a) => a.sentOn)?.level ?? 1;
  const appeal = own.find((a) => a.level === level);
  const choice = criteriaFor(casework.knowledge, e, d, card);
  const wanted = chosenId ?? appeal?.draft?.criteriaId ?? choice.likelyId;
  const criteria = choice.options.find((o) => o.criteriaId === wanted) ?? choice.options[0];
  const { texts, left } = await recordAtService(me, episodeId, e, d);
  const { guide, text } = casework.knowledge.noteCheck;
  const found = evidenceFor(
    criteria?.leaves ?? [],
    texts,
    levelOfDenial(e, d),
    readyGuide(guide),
    readyTextRules(text),
  );
  const leaves = (criteria?.leaves ?? []).map((leaf, at) => ({ ...leaf, supports: [], against: [], ...found[at] }));
  const rule = appealLevel(card, level);
  const byCard = rule.kind === 'known' ? rule.said.value : undefined;
  const address = d.appealTo ?? byCard?.address;
  const { packets: _, ...shelf } = packets;
  return {
    ...shelf,
    episodeNumber: e.episodeNumber,
    patientName: `${e.patient.family}, ${e.patient.given}`,
    payerName: coverage?.payerName ?? '',
    levelOfCare: levelOfDenial(e, d),
    denial: d,
    level,
    ...(byCard ? { levelName: byCard.name } : {}),
    ...(task?.dueAt ? { dueAt: task.dueAt } : {}),
    ...(address ? { address } : {}),
    open: task !== undefined,
    criteria: choice.options.map(({ criteriaId, name, citation }) => ({ criteriaId, name, citation })),
    criteriaId: criteria?.criteriaId ?? '',
    ...(choice.named ? { criteriaNamed: choice.named } : {}),
    leaves,
    start: startOf(e, d, level, me, criteria, leaves),
    ...(appeal ? { appeal } : {}),
    earlier: own.filter((a) => a.level < level),
    left,
    arguments: appealArguments.filter(
      (a) => !coverage?.lineOfBusiness || a.linesOfBusiness.includes(coverage.lineOfBusiness),
    ),
  };
};
