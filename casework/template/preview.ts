import { sampleCase } from '@openum/content/notice/sampleCase.ts';
import { appealLetters, isAppealKind } from '@openum/domain/appeal/letters.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { bindsReviewer } from '@openum/domain/clock/match.ts';
import { explainedReview } from '@openum/domain/coverageEnd/letter.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { type MissingElement, missingElements } from '@openum/domain/notice/matrix.ts';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import { templateProblems } from '@openum/domain/template/check.ts';
import { composeAppeal } from '../appeal/letters.ts';
import type { Acting } from '../case/act.ts';
import { loadCase } from '../case/load.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import {
  composeExplanationLetter,
  composeExtensionLetter,
  composeGeneralLetter,
  composeLapseLetter,
  composeLetter,
  composeRefusalLetter,
  lettersFor,
} from '../notice/compose.ts';

export type TemplatePreview = {
  readonly document: NoticeDocument;
  readonly missing: readonly MissingElement[];
};

const wrongCase = (problem: string): Refusal => refuse('fieldInvalid', { field: 'case', problem });

const composed = (
  c: Case,
  template: NoticeTemplate,
  acting: Acting,
  knowledge: Knowledge,
): NoticeDocument | Refusal => {
  const { tenant, now } = acting;
  const { kind, audience, language } = template;
  const form = { language };
  if (kind === 'approval' || kind === 'adverseDetermination') {
    const letter = lettersFor(
      c,
      c.items.map((i) => i.sequence),
    ).find((l) => l.kind === kind && l.audience === audience);
    return letter
      ? composeLetter(c, letter, tenant, 'preview', now, knowledge, form)
      : wrongCase('nothing in this case was decided so that it gets such a letter');
  }
  if (kind === 'general') return composeGeneralLetter(c, template, tenant, 'preview', now, knowledge);
  const extension = c.extensions.at(-1);
  if (kind === 'extension')
    return extension
      ? composeExtensionLetter(c, extension, tenant, 'preview', now, knowledge, form)
      : wrongCase('no clock of this case was extended');
  const refusal = c.expediteRefusals.at(-1);
  if (kind === 'expediteRefused')
    return refusal
      ? composeRefusalLetter(c, refusal, tenant, 'preview', now, knowledge, form)
      : wrongCase('no request to expedite was refused in this case');
  if (kind === 'detailedExplanation') {
    const explained = c.coverageEnds.flatMap((e) => e.reviews.flatMap((r) => explainedReview(c, r.reviewId) ?? []));
    const last = explained.at(-1);
    return last
      ? composeExplanationLetter(c, last, tenant, 'preview', now, knowledge, form)
      : wrongCase('no end of coverage was explained in this case');
  }
  if (isAppealKind(kind)) {
    const letter = appealLetters(c).findLast((l) => l.kind === kind && l.audience === audience);
    return letter
      ? composeAppeal(c, letter, tenant, 'preview', now, knowledge, form)
      : wrongCase('no appeal of this case gets such a letter');
  }
  const missed = c.missedDeadlines.at(-1);
  if (kind === 'lapse' && missed) return composeLapseLetter(c, missed, tenant, 'preview', now, knowledge, form);
  return wrongCase('no deadline of this case was missed');
};

const sampleFor = ({ kind, lineOfBusiness }: NoticeTemplate, { turnaroundRules }: Knowledge): Case | undefined => {
  const line = lineOfBusiness === 'any' ? 'medicareAdvantage' : lineOfBusiness;
  const stage = isAppealKind(kind) ? 'appeal' : 'prospective';
  const rules = turnaroundRules.filter(
    (r) => r.linesOfBusiness.includes(line) && bindsReviewer(r) && r.reviewTypes.includes(stage),
  );
  const rule = rules.find((r) => r.extension) ?? rules[0];
  return rule && sampleCase(kind, line, rule);
};

const realCase = async ({ casework, tenant, actor, now }: Acting, caseNumber: string): Promise<Case | undefined> => {
  const scope = { tenantId: tenant.tenantId };
  const { rows } = await casework.workList.page(scope, { text: caseNumber }, undefined, 5);
  const row = rows.find((r) => r.caseNumber === caseNumber);
  const loaded = row && (await loadCase(casework.cases, scope, row.caseId));
  if (!loaded) return undefined;
  await casework.readLog.record(scope, {
    readId: casework.environment.newId(),
    caseId: loaded.caseId,
    userId: actor.userId,
    purpose: 'utilizationReview',
    what: 'case',
    at: now,
  });
  return loaded.state;
};

/** A text as the letter that it would make, of a case of the plan or of the sample case. Nothing is kept. */
export const previewTemplate = async (
  acting: Acting,
  template: NoticeTemplate,
  caseNumber: string | undefined,
): Promise<TemplatePreview | Refusal> => {
  const { casework } = acting;
  const [problem] = templateProblems(template);
  if (problem) return refuse('fieldInvalid', { field: 'template', problem });
  const knowledge: Knowledge = {
    ...casework.knowledge,
    notices: { ...casework.knowledge.notices, templates: [template] },
  };
  if (!knowledge.notices.languages.some((l) => l.language === template.language))
    return refuse('fieldInvalid', { field: 'language', problem: 'there are no words for this language' });
  const c = caseNumber ? await realCase(acting, caseNumber) : sampleFor(template, knowledge);
  if (!c)
    return caseNumber
      ? refuse('caseNotFound')
      : wrongCase(
          'there is no sample case for letters of this kind; enter the number of a case that has such a letter',
        );
  const line = c.request.coverage.lineOfBusiness;
  if (template.lineOfBusiness !== 'any' && template.lineOfBusiness !== line)
    return wrongCase('it is of another line of business');
  const document = composed(c, template, acting, knowledge);
  return isRefusal(document) ? document : { document, missing: missingElements(document, knowledge.notices.matrix) };
};
