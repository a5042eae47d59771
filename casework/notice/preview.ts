import { decide } from '@openum/domain/case/decide.ts';
import { evolve } from '@openum/domain/case/evolve.ts';
import { isRefusal, type Refusal, refusalSentence } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { missingElements } from '@openum/domain/notice/matrix.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { Act, Acting, GivenDecision } from '../case/act.ts';
import { commandOf } from '../case/commandOf.ts';
import { loadCase } from '../case/load.ts';
import { knowledgeOn } from '../template/own.ts';
import { composeLetter, lettersFor } from './compose.ts';

export type Preview = {
  readonly problems: readonly { readonly field: string; readonly message: string }[];
  readonly letters: readonly {
    readonly audience: 'member' | 'provider';
    readonly kind: 'approval' | 'adverseDetermination';
    readonly html: string;
    readonly readingGrade: number;
  }[];
};

/**
 * The letters that these decisions would send, made by the same code on the same record, without keeping anything. Attestations are
 * taken as given: they belong to the act, not to its preview.
 */
export const previewNotices = async (
  acting: Acting,
  caseId: string,
  decisions: readonly GivenDecision[],
): Promise<Preview | Refusal> => {
  const { casework, tenant } = acting;
  const loaded = await loadCase(casework.cases, { tenantId: tenant.tenantId }, caseId);
  if (!loaded) return { kind: 'refusal', code: 'caseNotFound', facts: {} };
  const attestation = { noConflictOfInterest: true, reviewedRecord: true };
  const act: Act = { type: 'DetermineItems', decisions, attestation };
  const command = await commandOf(act, acting, loaded);
  if (isRefusal(command)) return command;
  const events = decide(command, loaded.state);
  if (isRefusal(events)) {
    return {
      problems: [{ field: String(events.facts.field ?? events.code), message: refusalSentence(events) }],
      letters: [],
    };
  }
  const state = events.reduce((s, e) => evolve(s, e) as Case, loaded.state);
  const scope = { tenantId: tenant.tenantId };
  const knowledge = await knowledgeOn(casework, scope, dateInZone(acting.now, state.request.zone));
  const letters = lettersFor(
    state,
    decisions.map((d) => d.itemSequence),
  ).map((letter) => ({
    letter,
    document: composeLetter(state, letter, tenant, 'preview', acting.now, knowledge),
  }));
  return {
    problems: letters.flatMap(({ document }) =>
      isRefusal(document)
        ? [{ field: 'letter', message: refusalSentence(document) }]
        : [
            ...missingElements(document, casework.knowledge.notices.matrix).map((m) => ({
              field: m.element,
              message: `The letter to the ${document.audience} lacks: ${m.element} (${m.citation}).`,
            })),
            ...document.warnings.map((w) => ({ field: 'reading', message: w })),
          ],
    ),
    letters: letters.flatMap(({ letter, document }) =>
      isRefusal(document)
        ? []
        : [
            {
              audience: letter.audience,
              kind: letter.kind,
              html: casework.renderer.html(document),
              readingGrade: document.readingGrade ?? 0,
            },
          ],
    ),
  };
};
