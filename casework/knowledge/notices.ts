import type { NoticeContent } from '@openum/content/notice/load.ts';
import type { DecisionReason } from '@openum/domain/notice/context.ts';

/** What letters are made of, as data. */
export type NoticeKnowledge = NoticeContent & { readonly decisionReasons: ReadonlyMap<string, DecisionReason> };
