import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { AskAgainResult } from '@openum/http/contract/guestLink.ts';
import type { CaseRow } from '@openum/http/contract/workList.ts';
import { post } from '../api/client.ts';
import { moment } from '../app/format.ts';
import { linksPath } from '../guestLink/useGuestLinks.ts';

const whyNot = (result: AskAgainResult, zone: ZoneId): string | undefined => {
  switch (result.kind) {
    case 'asked':
      return undefined;
    case 'askedLately':
      return `Asked by mail already, ${moment(result.at, zone)}.`;
    case 'noAddress':
      return 'No provider of the request has an NPI and a mail address on file: call or write.';
    case 'notMailed':
      return 'The mail could not be sent: the mail server is missing or cannot be reached.';
  }
};

/** Asks the provider of one case again. Rejects with the reason where nobody was asked. */
export const askAgain = async ({ caseId }: CaseRow, zone: ZoneId): Promise<void> => {
  const problem = whyNot(await post<AskAgainResult>(`${linksPath(caseId)}/ask-again`, {}), zone);
  if (problem) throw new Error(problem);
};
