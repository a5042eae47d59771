import type { Unreadable } from '@openum/domain/document/page.ts';
import type { Casework } from '../casework.ts';
import { type Drawing, whileOpen } from '../document/draw.ts';
import { pagePicture } from '../document/picture.ts';
import type { PagePicture, PictureSize } from '../port/pagePictures.ts';
import type { Scope } from '../port/scope.ts';

type Looker = { readonly casework: Casework; readonly scope: Scope; readonly userId: string };

/** A message that is not yet a case, as a shelf with one document: itself. */
const lookingAt = ({ casework, scope, userId }: Looker, messageId: string, size: PictureSize): Drawing => {
  const document = { documentId: messageId, origin: `message:${messageId}`, contentType: '' };
  const shelf = {
    shelfId: messageId,
    documents: [document],
    bytesOf: () => casework.cases.message(scope, messageId),
  };
  return { casework, scope, userId, shelf, what: 'message', document, size };
};

/** How many pages a message has that can be shown as they look; none of a message in words. */
export const arrivalPages = async (
  looker: Looker,
  messageId: string,
): Promise<{ readonly pages: number } | { readonly problem: Unreadable }> =>
  (await whileOpen(lookingAt(looker, messageId, 'page'), async ({ pages }) => ({ pages }))) ?? { pages: 0 };

/** A page of a message as it looks, written into the log of reads. */
export const arrivalPicture = (
  looker: Looker,
  messageId: string,
  page: number,
  size: PictureSize,
): Promise<PagePicture | 'none' | undefined> => pagePicture(lookingAt(looker, messageId, size), messageId, page, size);
