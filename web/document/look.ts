import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import { useKeys } from '../app/keys.ts';

/** As wide as there is room, or by the size that the page has on paper. */
export const zooms = ['fit', '100', '150', '200'] as const;
export type Zoom = (typeof zooms)[number];

export const zoomWord: Record<Zoom, string> = {
  fit: 'Fit width',
  '100': '100 %',
  '150': '150 %',
  '200': '200 %',
};

/** Quarters of a turn to the right. */
export type Turn = 0 | 1 | 2 | 3;

export type Look = { readonly zoom: Zoom; readonly turn: Turn };

/** Of the shorter side of a letter, 96 an inch. */
const paperPixels = 816;

/** Width on the screen; undefined: as wide as there is room. */
export const widthOf = ({ zoom, turn }: Look, aspect: number): number | undefined => {
  if (zoom === 'fit') return undefined;
  const shown = turn % 2 === 1 ? 1 / aspect : aspect;
  return (paperPixels * Math.max(1, shown) * Number(zoom)) / 100;
};

/** Whether the dots of the usual picture would be seen. */
export const needsLarge = ({ zoom }: Look): boolean => zoom === '150' || zoom === '200';

const step = (zoom: Zoom, by: 1 | -1): Zoom => zooms[zooms.indexOf(zoom) + by] ?? zoom;

/** How pages are looked at: the zoom stays with the person, the turn with the document. */
export const useLook = () => {
  const [kept, setZoom] = useLocalStorage<Zoom>({ key: 'openum.pageZoom', defaultValue: 'fit' });
  const [turn, setTurn] = useState<Turn>(0);
  const zoom = zooms.includes(kept) ? kept : 'fit';
  const larger = () => setZoom(step(zoom, 1));
  useKeys({ '+': larger, '=': larger, '-': () => setZoom(step(zoom, -1)), '0': () => setZoom('fit') });
  const look: Look = { zoom, turn };
  return { look, setZoom, turnRight: () => setTurn(((turn + 1) % 4) as Turn) };
};
