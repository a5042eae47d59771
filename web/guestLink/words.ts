import type { LinkMailResult } from '@openum/domain/peerToPeer/event.ts';
import { mailWords } from '../peerToPeer/words.ts';

/** How the mail with a link went. */
export const linkMailWords: Record<LinkMailResult, string> = {
  ...mailWords,
  mailed: 'sent by mail',
  unavailable: 'not by mail, the mail server could not be reached',
};
