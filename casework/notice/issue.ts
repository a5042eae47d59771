import { appealLettersOwed } from '@openum/domain/appeal/letters.ts';
import type { IssuedNotice } from '@openum/domain/case/event.ts';
import { isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { explanationsWithoutNotice } from '@openum/domain/coverageEnd/letter.ts';
import { itemsWithoutNotice } from '@openum/domain/flow/caseFacts.ts';
import type { NoticeAudience, NoticeDocument } from '@openum/domain/notice/document.ts';
import { extensionsWithoutNotice, lapsesWithoutNotice, refusalWithoutNotice } from '@openum/domain/notice/owed.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { composeAppeal } from '../appeal/letters.ts';
import { execute } from '../case/execute.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { type Reader, readerOf } from '../delivery/reader.ts';
import type { Scope } from '../port/scope.ts';
import { knowledgeOn } from '../template/own.ts';
import {
  composeExplanationLetter,
  composeExtensionLetter,
  composeLapseLetter,
  composeLetter,
  composeRefusalLetter,
  type LetterForm,
  lettersFor,
} from './compose.ts';
import { type RenderedLetter, renderLetter } from './rendered.ts';

type Owed = {
  readonly letter: Pick<IssuedNotice, 'kind' | 'audience' | 'itemSequences' | 'clockId' | 'appealId' | 'reviewId'>;
  readonly compose: (noticeId: string, form: LetterForm) => NoticeDocument | Refusal;
};

const formFor = ({ preference }: Reader): LetterForm => ({
  ...(preference?.language ? { language: preference.language } : {}),
  ...(preference?.format ? { format: preference.format } : {}),
});

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
  const { environment, identity } = casework;
  const loaded = await loadCase(casework.cases, scope, caseId);
  const tenant = await identity.tenant(scope);
  if (!loaded || !tenant) return 0;
  const c = loaded.state;
  const at = environment.now();
  const knowledge = await knowledgeOn(casework, scope, dateInZone(at, c.request.zone));
  const refusal = refusalWithoutNotice(c);
  const owed: readonly Owed[] = [
    ...lettersFor(c, itemsWithoutNotice(c)).map((letter) => ({
      letter,
      compose: (noticeId: string, form: LetterForm) => composeLetter(c, letter, tenant, noticeId, at, knowledge, form),
    })),
    ...appealLettersOwed(c).map((letter) => ({
      letter: { ...letter, itemSequences: c.appeals.find((a) => a.appealId === letter.appealId)?.itemSequences ?? [] },
      compose: (noticeId: string, form: LetterForm) => composeAppeal(c, letter, tenant, noticeId, at, knowledge, form),
    })),
    ...explanationsWithoutNotice(c).map((explained) => ({
      letter: {
        kind: 'detailedExplanation' as const,
        audience: 'member' as const,
        itemSequences: [],
        reviewId: explained.review.reviewId,
      },
      compose: (noticeId: string, form: LetterForm) =>
        composeExplanationLetter(c, explained, tenant, noticeId, at, knowledge, form),
    })),
    ...(refusal
      ? [
          {
            letter: {
              kind: 'expediteRefused' as const,
              audience: 'member' as const,
              itemSequences: openItems(c).map((i) => i.sequence),
            },
            compose: (noticeId: string, form: LetterForm) =>
              composeRefusalLetter(c, refusal, tenant, noticeId, at, knowledge, form),
          },
        ]
      : []),
    ...extensionsWithoutNotice(c).map((extension) => ({
      letter: aboutClock('extension', extension.clockId, c),
      compose: (noticeId: string, form: LetterForm) =>
        composeExtensionLetter(c, extension, tenant, noticeId, at, knowledge, form),
    })),
    ...lapsesWithoutNotice(c).map((missed) => ({
      letter: aboutClock('lapse', missed.clockId, c),
      compose: (noticeId: string, form: LetterForm) =>
        composeLapseLetter(c, missed, tenant, noticeId, at, knowledge, form),
    })),
  ];
  if (owed.length === 0) return 0;

  const [member, provider] = await Promise.all([
    readerOf(casework, scope, c, 'member'),
    readerOf(casework, scope, c, 'provider'),
  ]);
  const readers: Record<NoticeAudience, Reader> = { member, provider };
  const letters: RenderedLetter[] = [];
  for (const { letter, compose } of owed) {
    const reader = readers[letter.audience];
    const document = compose(environment.newId(), formFor(reader));
    if (isRefusal(document)) throw new Error(`a letter was refused: ${document.code}`);
    letters.push(await renderLetter(casework, knowledge, letter, document, reader));
  }
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
