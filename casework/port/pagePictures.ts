import type { Unreadable } from '@openum/domain/document/page.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export type PictureSize = 'thumbnail' | 'page' | 'large';

/** A page as it looks, as WebP, or why it could not be drawn. */
export type PagePicture = { readonly bytes: Uint8Array } | { readonly problem: Unreadable };

/** Pictures of pages that were drawn already. They are made of the files: what is missing or forgotten is drawn again. */
export type PagePictures = {
  /** One that is there stays. */
  save(
    scope: Scope,
    of: { readonly shelfId: string; readonly documentId: string; readonly size: PictureSize; readonly page: number },
    picture: PagePicture,
    drawnAt: Instant,
  ): Promise<void>;
  /** Those there are of pages of a document, in their order. */
  drawn(
    scope: Scope,
    of: { readonly shelfId: string; readonly documentId: string; readonly size: PictureSize },
    pages: { readonly from: number; readonly to: number },
  ): Promise<readonly (PagePicture & { readonly page: number })[]>;
  /** Forgets those drawn before a moment, and pages that could not be drawn before another: they are tried again. */
  forget(scope: Scope, drawnBefore: Instant, failedBefore: Instant): Promise<void>;
};
