import { levelTypes } from '@openum/content/payerFile/levels.ts';
import { goodThrough } from '@openum/domain/benefits/card.ts';
import { type BenefitReply, toldBenefits } from '@openum/domain/benefits/reply.ts';
import { refusalSentence, refuse } from '@openum/domain/case/refusal.ts';
import type { EpisodeCoverage } from '@openum/domain/episode/record.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import { wholeFile } from '@openum/domain/payerFile/file.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { actOnEpisode } from '../episode/act.ts';
import { type LoadedEpisode, loadEpisode } from '../episode/load.ts';
import { cardsOn } from '../payer/cards.ts';
import type { FileHand } from '../payerFile/make.ts';
import { type PartResult, unmatched } from '../payerFile/reply.ts';

export type CoveragePlace = { readonly episodeId: string; readonly coverageId: string };

const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Levels that the practice gives, and the present one of the episode. */
export const levelsAskedOf = async (
  { casework, scope }: Pick<FileHand, 'casework' | 'scope'>,
  e: Episode,
): Promise<readonly string[]> => {
  const programmes = await casework.practiceRegister.programmes(scope);
  return [
    ...new Set([
      ...e.levels.map((l) => l.programme.levelOfCare),
      ...programmes.filter((p) => p.active).map((p) => p.levelOfCare),
    ]),
  ];
};

/** Writes down what a 271 says of one coverage. The same part of the same file stands in the record once. */
export const recordBenefitReply = async (
  hand: FileHand,
  { episodeId, coverageId }: CoveragePlace,
  reply: BenefitReply,
  source: { readonly fileId: string; readonly part: number },
): Promise<PartResult> => {
  const { casework, scope, zone, now } = hand;
  if (reply.statements.length === 0) return unmatched(`The payer gave no answer. ${reply.rejections.join(' ')}`.trim());
  const today = dateInZone(now, zone);
  const cards = await cardsOn(casework, scope, today);
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  const levels = loaded ? await levelsAskedOf(hand, loaded.state) : [];
  const told = toldBenefits(
    reply,
    levels.map((levelOfCare) => ({ levelOfCare, tiers: levelTypes(levelOfCare) })),
  );
  const acted = await actOnEpisode(casework, scope, {
    episodeId,
    command: ({ state }) => {
      const payerId = state.coverages.find((c) => c.coverageId === coverageId)?.payerId;
      if (payerId === undefined) return refuse('coverageUnknown');
      return {
        type: 'RecordBenefits',
        actor: { kind: 'system', component: 'flow' },
        now,
        today,
        ...told,
        verificationId: `${source.fileId}:${source.part}`,
        coverageId,
        verifiedAt: now,
        validThrough: goodThrough(today, cards.get(payerId)?.card, told.coverageTo),
        source: 'x12',
        fileId: source.fileId,
      };
    },
  });
  switch (acted.kind) {
    case 'done':
      return { standing: 'taken', text: 'The patient’s card of benefits says it now.', episodeId };
    case 'refused':
      return acted.refusal.code === 'verificationRepeated'
        ? { standing: 'taken', text: 'It stands in the record already.', episodeId }
        : { ...unmatched(`It could not be recorded: ${refusalSentence(acted.refusal)}`), episodeId };
    case 'stale':
      return { ...unmatched('Somebody else changed the episode at the same time. Record it again.'), episodeId };
  }
};

const ofMember = (e: Episode, reply: BenefitReply): EpisodeCoverage | undefined =>
  e.coverages.find((c) => plain(c.memberNumber) === plain(reply.memberNumber));

/** The patient's own birth date: a member number alone may be that of a family. */
const isPatient = (e: Episode, { patient }: BenefitReply): boolean =>
  patient.birthDate === undefined || patient.birthDate === e.patient.birthDate;

const most = 50;

/** Present episodes of the member; found by number, or by name where the number is written otherwise. */
const presentOf = async ({ casework, scope }: FileHand, reply: BenefitReply): Promise<readonly LoadedEpisode[]> => {
  for (const text of [reply.memberNumber, reply.patient.family]) {
    if (text === '') continue;
    const rows = await casework.episodes.list(scope, { presence: 'present', text }, undefined, most);
    const loaded = await Promise.all(rows.map((r) => loadEpisode(casework.episodes, scope, r.episodeId)));
    const found = loaded
      .filter((x) => x !== undefined)
      .filter((x) => ofMember(x.state, reply) && isPatient(x.state, reply));
    if (found.length > 0) return found;
  }
  return [];
};

/** Whom an answer about benefits is about: by the number of the question, else by the member. */
export const coverageAnswered = async (
  hand: FileHand,
  reply: BenefitReply,
): Promise<(CoveragePlace & { readonly questionId?: string }) | PartResult> => {
  const { casework, scope, now, by } = hand;
  for (const reference of reply.references) {
    const sent = await casework.payerFiles.sentAs(scope, reference);
    const loaded = sent?.episodeId ? await loadEpisode(casework.episodes, scope, sent.episodeId) : undefined;
    if (!sent || !loaded) continue;
    if (reply.statements.length === 0) {
      const why = reply.rejections.join(' ');
      const note = { at: now, by: by.name, part: wholeFile, text: `The payer gave no answer. ${why}` };
      await casework.payerFiles.note(scope, sent.fileId, { ...note, standing: 'refused' });
    }
    const coverage = reply.memberNumber === '' ? loaded.state.coverages[0] : ofMember(loaded.state, reply);
    if (coverage) return { episodeId: loaded.episodeId, coverageId: coverage.coverageId, questionId: sent.fileId };
    return unmatched('The answer names another member than the question. Choose the patient that it is about.');
  }
  const present = await presentOf(hand, reply);
  const [one] = present;
  const coverage = one && ofMember(one.state, reply);
  return one && coverage && present.length === 1
    ? { episodeId: one.episodeId, coverageId: coverage.coverageId }
    : unmatched('No patient who is here now is the one that it names. Choose the patient that it is about.');
};
