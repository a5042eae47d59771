import type { IssuedNotice } from '@openum/domain/case/event.ts';
import { isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { itemsWithoutNotice } from '@openum/domain/flow/caseFacts.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { missingElements } from '@openum/domain/notice/matrix.ts';
import { extensionsWithoutNotice, lapsesWithoutNotice } from '@openum/domain/notice/owed.ts';
import { execute } from '../case/execute.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { Append } from '../port/caseStore.ts';
import type { Scope } from '../port/scope.ts';
import { composeExtensionLetter, composeLapseLetter, composeLetter, lettersFor } from './compose.ts';

type Owed = {
  readonly letter: Pick<IssuedNotice, 'kind' | 'audience' | 'itemSequences' | 'clockId'>;
  readonly compose: (noticeId: string) => NoticeDocument | Refusal;
};
type Rendered = { readonly issued: IssuedNotice; readonly file: NonNullable<Append['notices']>[number] };

const aboutClock = (kind: 'extension' | 'lapse', clockId: string, c: Case): Owed['letter'] => ({
  kind,
  audience: 'member',
  itemSequences: openItems(c).map((i) => i.sequence),
  clockId,
});

/**
 * Writes, renders and keeps the letters that decided items, extended clocks and lapses still lack, and records them. Safe to run again: what has a letter
 * gets no second one. Throws when a letter would lack what a rule demands, so that the queue tries again and somebody is told.
 */
export const issueNotices = async (casework: Casework, scope: Scope, caseId: string): Promise<number> => {
  const { environment, identity, knowledge, renderer } = casework;
  const loaded = await loadCase(casework.cases, scope, caseId);
  const tenant = await identity.tenant(scope);
  if (!loaded || !tenant) return 0;
  const c = loaded.state;
  const at = environment.now();
  const owed: readonly Owed[] = [
    ...lettersFor(c, itemsWithoutNotice(c)).map((letter) => ({
      letter,
      compose: (noticeId: string) => composeLetter(c, letter, tenant, noticeId, at, knowledge),
    })),
    ...extensionsWithoutNotice(c).map((extension) => ({
      letter: aboutClock('extension', extension.clockId, c),
      compose: (noticeId: string) => composeExtensionLetter(c, extension, tenant, noticeId, at, knowledge),
    })),
    ...lapsesWithoutNotice(c).map((missed) => ({
      letter: aboutClock('lapse', missed.clockId, c),
      compose: (noticeId: string) => composeLapseLetter(c, missed, tenant, noticeId, at, knowledge),
    })),
  ];
  if (owed.length === 0) return 0;

  const render = async ({ letter, compose }: Owed): Promise<Rendered> => {
    const noticeId = environment.newId();
    const document = compose(noticeId);
    if (isRefusal(document)) throw new Error(`a letter was refused: ${document.code}`);
    const missing = missingElements(document, knowledge.notices.matrix);
    if (missing.length > 0) throw new Error(`a letter lacks ${missing.map((m) => m.element).join(', ')}`);
    const { pdf, html, pdfSha256, htmlSha256 } = await renderer.render(document);
    return {
      issued: {
        ...letter,
        noticeId,
        templateId: document.templateId,
        templateVersion: document.templateVersion,
        language: document.language,
        pdfSha256,
        htmlSha256,
        channel: letter.audience === 'member' ? 'print' : 'portal',
      },
      file: { noticeId, pdf, html },
    };
  };

  const letters: Rendered[] = [];
  for (const letter of owed) letters.push(await render(letter));
  const executed = await execute(casework, scope, {
    caseId,
    // Somebody may have decided more meanwhile: then start again from the newer state.
    expectedVersion: loaded.state.version,
    notices: letters.map((l) => l.file),
    command: () => ({
      type: 'RecordNotices',
      actor: { kind: 'system', component: 'notices' },
      now: environment.now(),
      notices: letters.map((l) => l.issued),
    }),
  });
  if (executed.kind === 'stale') return issueNotices(casework, scope, caseId);
  if (executed.kind === 'refused') throw new Error(`notices were refused: ${executed.refusal.code}`);
  return letters.length;
};
