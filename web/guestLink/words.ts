import type { LinkMailResult } from '@openum/domain/information/event.ts';

export const linkMailWords: Record<LinkMailResult, string> = {
  mailed: 'sent by mail',
  noServer: 'not mailed, no mail server is set up',
  refused: 'not mailed, the address was refused',
  unavailable: 'not mailed, the mail server could not be reached',
};
