import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { type AppealDraft, letterText } from '@openum/domain/denial/appeal/draft.ts';
import { quotes } from '@openum/domain/document/find.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import { standingDocument } from '@openum/domain/practiceDocument/decide.ts';
import { byAt, type PracticeActing } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';

export type DraftToKeep = {
  readonly commandId: string;
  readonly expectedVersion: number;
  readonly denialId: string;
  readonly level: number;
  readonly urgency: 'standard' | 'expedited';
  readonly draft: AppealDraft;
};

/** A quote that does not stand on its page, or in nothing that was sent, is refused. */
export const quoteProblem = async (
  { casework, scope }: PracticeActing,
  episodeId: string,
  e: Episode,
  { points }: AppealDraft,
): Promise<Refusal | undefined> => {
  for (const { text, from } of points.flatMap((p) => p.quotes)) {
    if ('source' in from) {
      if (e.submissions.some((s) => s.clinicalSummary.includes(text))) continue;
      return refuse('fieldInvalid', { field: 'quotes', problem: `"${text.slice(0, 60)}" was in no request` });
    }
    const there = standingDocument(e, from.documentId);
    const page = there && (await casework.documentPages.page(scope, episodeId, from.documentId, from.page));
    if (!page || !quotes(page.text, from, text))
      return refuse('fieldInvalid', {
        field: 'quotes',
        problem: `"${text.slice(0, 60)}" does not stand on page ${from.page} of ${there?.title ?? 'a document of the episode'}`,
      });
  }
  return undefined;
};

export const titleIn =
  (e: Episode) =>
  (documentId: string): string =>
    e.documents.find((d) => d.documentId === documentId)?.title ?? 'Document';

/** Keeps a version of an appeal; the ones before stay. */
export const keepDraft = async (
  me: PracticeActing,
  episodeId: string,
  { commandId, expectedVersion, draft, ...about }: DraftToKeep,
): Promise<EpisodeActed> =>
  actOnEpisode(me.casework, me.scope, {
    episodeId,
    commandId,
    expectedVersion,
    command: async ({ state: e }) => {
      const wrong = await quoteProblem(me, episodeId, e, draft);
      if (isRefusal(wrong)) return wrong;
      const before = e.appeals.find((a) => a.denialId === about.denialId && a.level === about.level);
      return {
        type: 'DraftAppeal',
        ...byAt(me),
        ...about,
        appealId: before?.appealId ?? me.casework.environment.newId(),
        letter: letterText(draft, titleIn(e)),
        draft,
      };
    },
  });
