import { useDebouncedValue } from '@mantine/hooks';
import type { PageSummary } from '@openum/domain/document/reading.ts';
import { thumbnailsAtOnce } from '@openum/domain/document/thumbnail.ts';
import type { ThumbnailsView } from '@openum/http/contract/document.ts';
import { useQueries } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import { get } from '../api/client.ts';

const blockOf = (page: number): number => Math.floor((page - 1) / thumbnailsAtOnce);

/** Beyond the edge of the list, so that a thumbnail is there when it comes into sight. */
const ahead = '240px';

/** What only flies past is not asked for. */
const settleMs = 250;

/** Blocks of pages of which some are in sight of the list; its entries say their page as `data-page`. */
export const useBlocksInSight = (list: RefObject<HTMLElement | null>, count: number): readonly number[] => {
  const [blocks, setBlocks] = useState<readonly number[]>([]);
  useEffect(() => {
    const root = list.current;
    if (!root) return;
    const inSight = new Set<number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const page = Number((target as HTMLElement).dataset.page);
          if (isIntersecting) inSight.add(page);
          else inSight.delete(page);
        }
        const now = [...new Set([...inSight].map(blockOf))].sort((a, b) => a - b);
        setBlocks((before) => (before.join() === now.join() ? before : now));
      },
      { root, rootMargin: ahead },
    );
    for (const entry of root.querySelectorAll('[data-page]')) observer.observe(entry);
    return () => observer.disconnect();
  }, [count]);
  const [settled] = useDebouncedValue(blocks, settleMs);
  return settled;
};

/** What is drawn by then is shown, and the rest is asked for again. */
const askAgainMs = 250;
const keptMs = 120_000;

/** Small pictures of the pages of the blocks in sight, by page. */
export const useThumbnails = (
  path: string,
  blocks: readonly number[],
  pages: readonly PageSummary[],
): ReadonlyMap<number, string> => {
  const found = useQueries({
    queries: blocks.map((block) => {
      const from = block * thumbnailsAtOnce + 1;
      // Of a text a page that is read later has its thumbnail later.
      const read = pages.filter((p) => blockOf(p.page) === block).length;
      return {
        queryKey: ['thumbnails', path, from, read],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          get<ThumbnailsView>(`${path}/thumbnails`, { from }, signal),
        refetchInterval: ({ state }: { readonly state: { readonly data?: ThumbnailsView | undefined } }) =>
          state.data && !state.data.isComplete ? askAgainMs : (false as const),
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: keptMs,
      };
    }),
  });
  return new Map(found.flatMap(({ data }) => (data?.thumbnails ?? []).map(({ page, picture }) => [page, picture])));
};
