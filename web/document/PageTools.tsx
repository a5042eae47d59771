import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconRotateClockwise } from '@tabler/icons-react';
import css from './document.module.css';
import { type useLook, type Zoom, zooms, zoomWord } from './look.ts';

type Props = ReturnType<typeof useLook> & {
  readonly page: number;
  /** The last page that can be opened. */
  readonly last: number;
  /** Pages of the file. */
  readonly pages: number;
  readonly open: (page: number) => void;
};

/** Turns pages, and how they are looked at. */
export const PageTools = ({ page, last, pages, open, look, setZoom, turnRight }: Props) => (
  <>
    <ActionIcon
      variant="default"
      aria-label="Previous page ([)"
      title="Previous page ([)"
      data-previous-page
      disabled={page <= 1}
      onClick={() => open(page - 1)}
    >
      <IconChevronLeft size={16} aria-hidden />
    </ActionIcon>
    <span className={css.number}>
      Page {page} of {pages}
    </span>
    <ActionIcon
      variant="default"
      aria-label="Next page (])"
      title="Next page (])"
      data-next-page
      disabled={page >= last}
      onClick={() => open(page + 1)}
    >
      <IconChevronRight size={16} aria-hidden />
    </ActionIcon>
    <NativeSelect
      size="xs"
      aria-label="Size of the page"
      title="Size of the page (+ and -; 0 fits the width)"
      value={look.zoom}
      onChange={(e) => setZoom(e.currentTarget.value as Zoom)}
      data={zooms.map((value) => ({ value, label: zoomWord[value] }))}
    />
    <ActionIcon variant="default" aria-label="Turn to the right" title="Turn to the right" onClick={turnRight}>
      <IconRotateClockwise size={16} aria-hidden />
    </ActionIcon>
  </>
);
