import { isAppealKind } from '@openum/domain/appeal/letters.ts';
import { mayNot } from '@openum/domain/case/capability.ts';
import type { Reissue } from '@openum/domain/case/event.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { explainedReview } from '@openum/domain/coverageEnd/letter.ts';
import { type ChosenWay, chooseWay } from '@openum/domain/delivery/choose.ts';
import { type CaseNotice, deliveryOf } from '@openum/domain/delivery/delivery.ts';
import type { DeliveryChannel } from '@openum/domain/delivery/event.ts';
import type { NoticeDocument, NoticeFormat } from '@openum/domain/notice/document.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { composeAppeal } from '../appeal/letters.ts';
import type { Acting } from '../case/act.ts';
import { execute } from '../case/execute.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { type Reader, readerOf, sendingOf } from '../delivery/reader.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { knowledgeOn } from '../template/own.ts';
import {
  composeExplanationLetter,
  composeExtensionLetter,
  composeGeneralLetter,
  composeLapseLetter,
  composeLetter,
  composeRefusalLetter,
  type LetterForm,
} from './compose.ts';
import { renderLetter } from './rendered.ts';

export type GivenReissue = {
  readonly because: Reissue['because'];
  readonly explanation: string;
  readonly addressee?: readonly string[] | undefined;
  readonly language?: string | undefined;
  readonly format?: NoticeFormat | undefined;
  readonly channel?: DeliveryChannel | undefined;
  readonly sendTo?: string | undefined;
};

const wrongWith = (c: Case, notice: CaseNotice, given: GivenReissue): Refusal | undefined => {
  const { status } = deliveryOf(c, notice);
  if (status === 'replaced') return refuse('deliveryOutOfOrder', { status: 'replaced by another letter' });
  if (notice.outdatedFor.length > 0)
    return refuse('fieldInvalid', {
      field: 'notice',
      problem: 'it was decided again since, and that has its own letter',
    });
  if (given.because === 'addressCorrected' && !given.addressee) return refuse('fieldMissing', { field: 'addressee' });
  if (given.because === 'languageChanged' && !given.language) return refuse('fieldMissing', { field: 'language' });
  if (given.because === 'formatChanged' && !given.format) return refuse('fieldMissing', { field: 'format' });
  if (given.channel === 'portal' && notice.audience === 'member')
    return refuse('fieldInvalid', { field: 'channel', problem: 'members have no portal' });
  if ((given.channel === 'email' || given.channel === 'fax') && !given.sendTo)
    return refuse('fieldMissing', { field: 'sendTo' });
  return undefined;
};

const composed = async (
  { casework, tenant, now }: Acting,
  c: Case,
  notice: CaseNotice,
  noticeId: string,
  knowledge: Knowledge,
  form: LetterForm,
): Promise<NoticeDocument | Refusal> => {
  const { kind, audience, itemSequences } = notice;
  if (kind === 'approval' || kind === 'adverseDetermination')
    return composeLetter(c, { kind, audience, itemSequences }, tenant, noticeId, now, knowledge, form);
  const extension = c.extensions.find((e) => e.clockId === notice.clockId);
  if (kind === 'extension' && extension)
    return composeExtensionLetter(c, extension, tenant, noticeId, now, knowledge, form);
  const missed = c.missedDeadlines.find((m) => m.clockId === notice.clockId);
  if (kind === 'lapse' && missed) return composeLapseLetter(c, missed, tenant, noticeId, now, knowledge, form);
  const { appealId, clockId } = notice;
  if (isAppealKind(kind) && appealId !== undefined) {
    const letter = { kind, audience, appealId, ...(clockId ? { clockId } : {}) };
    return composeAppeal(c, letter, tenant, noticeId, now, knowledge, form);
  }
  const explained = explainedReview(c, notice.reviewId);
  if (kind === 'detailedExplanation' && explained)
    return composeExplanationLetter(c, explained, tenant, noticeId, now, knowledge, form);
  const refusal = c.expediteRefusals.at(-1);
  if (kind === 'expediteRefused' && refusal)
    return composeRefusalLetter(c, refusal, tenant, noticeId, now, knowledge, form);
  const run = notice.bulkRunId
    ? await casework.letters.letterRuns.run({ tenantId: tenant.tenantId }, notice.bulkRunId)
    : undefined;
  if (run) return composeGeneralLetter(c, run.template, tenant, noticeId, now, knowledge, form);
  return refuse('fieldInvalid', {
    field: 'notice',
    problem: 'what it told of is no longer in the record',
  });
};

/** The way that somebody chose for this letter, by the rules for any way: without the letter in it, a member's mail announces paper. */
const wayGiven = (
  casework: Casework,
  audience: CaseNotice['audience'],
  { channel, sendTo }: GivenReissue,
  { settings }: Reader,
): ChosenWay =>
  chooseWay(
    audience,
    { ...(channel ? { channel } : {}), ...(sendTo ? { email: sendTo, fax: sendTo } : {}) },
    settings,
    sendingOf(casework),
  );

/**
 * Writes a letter once more, with what was wrong set right. The former one stays as it was; the new one names it, is made from the
 * record of today, and carries the date and the appeal window of today.
 */
export const reissueNotice = async (
  acting: Acting,
  caseId: string,
  formerId: string,
  given: GivenReissue,
): Promise<{ readonly noticeId: string; readonly version: number } | Refusal> => {
  const { casework, tenant, actor, now } = acting;
  const scope = { tenantId: tenant.tenantId };
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) return refuse('caseNotFound');
  const c = loaded.state;
  const former = c.notices.find((n) => n.noticeId === formerId);
  if (!former) return refuse('noticeUnknown');
  const wrong = mayNot('RecordNotices', actor, c) ?? wrongWith(c, former, given);
  if (wrong) return wrong;

  const knowledge = await knowledgeOn(casework, scope, dateInZone(now, c.request.zone));
  const addressee = given.addressee ?? former.addressee;
  const format = given.format ?? former.format;
  const form: LetterForm = {
    language: given.language ?? former.language,
    ...(addressee ? { addressee } : {}),
    ...(format ? { format } : {}),
    former: {
      because: given.because,
      explanation: given.explanation,
      date: dateInZone(former.issuedAt, c.request.zone),
    },
  };
  const document = await composed(acting, c, former, casework.environment.newId(), knowledge, form);
  if (isRefusal(document)) return document;
  if (given.language && document.language !== given.language)
    return refuse('fieldInvalid', {
      field: 'language',
      problem: 'there is no text for this letter in that language; publish a template first',
    });
  const reader = await readerOf(casework, scope, c, former.audience);
  const chosen = given.channel ? wayGiven(casework, former.audience, given, reader) : reader.way;
  if (given.channel && chosen.insteadOf) return refuse('fieldInvalid', { field: 'channel', problem: chosen.insteadOf });
  const { kind, audience, itemSequences, clockId, appealId, reviewId, bulkRunId } = former;
  const about = {
    kind,
    audience,
    itemSequences,
    ...(clockId ? { clockId } : {}),
    ...(appealId ? { appealId } : {}),
    ...(reviewId ? { reviewId } : {}),
    ...(bulkRunId ? { bulkRunId } : {}),
    ...(addressee ? { addressee } : {}),
    reissue: { noticeId: formerId, because: given.because, explanation: given.explanation },
  };
  const letter = await renderLetter(casework, knowledge, about, document, { ...reader, way: chosen });
  const executed = await execute(casework, scope, {
    caseId,
    expectedVersion: c.version,
    notices: [letter.file],
    command: () => ({ type: 'RecordNotices', actor, now, notices: [letter.issued] }),
  });
  if (executed.kind === 'refused') return executed.refusal;
  if (executed.kind === 'stale') return refuse('staleVersion');
  return { noticeId: letter.issued.noticeId, version: executed.version };
};
