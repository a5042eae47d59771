import { readingGrade } from '@openum/domain/notice/reading.ts';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import { blockTexts } from '@openum/domain/template/check.ts';

/** A short word in the place of each value: what the plan wrote is measured, not the names in it. */
const asRead = (text: string): string => text.replace(/\{\{[A-Za-z][A-Za-z0-9.]*\}\}/gu, 'this');

/** Grade of the running text of a template, before the values of a case are in it. Undefined in a language without a measure. */
export const templateGrade = (t: NoticeTemplate): number | undefined =>
  t.language.startsWith('en')
    ? readingGrade(
        t.sections
          .flatMap((s) => s.blocks)
          .filter((b) => b.kind === 'paragraph' || b.kind === 'callout' || b.kind === 'list')
          .filter((b) => b.element !== 'criteriaCited')
          .flatMap(blockTexts)
          // A text that is all value has no words of the plan in it.
          .filter((text) => !/^\s*\{\{[^}]*\}\}\.?\s*$/u.test(text))
          .map(asRead)
          .join('\n'),
      )
    : undefined;
