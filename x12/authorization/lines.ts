import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { type Loop, segmentOf } from '../loop/read.ts';
import type { Reader } from '../loop/reader.ts';
import { type Content, part, segment, text, type Value } from '../text/segment.ts';
import { rangeText } from '../text/value.ts';
import type { RequestedService } from './request.ts';

export const spanOf = (r: Reader, l: Loop, code: string): { from?: CalendarDate; to?: CalendarDate } => {
  const s = segmentOf(l, 'DTP', code);
  return (s && r.span(s, 2)) ?? {};
};

export const span = (
  code: string,
  s: { readonly from?: CalendarDate; readonly to?: CalendarDate },
): readonly Content[] => (s.from ? [segment('DTP', code, 'RD8', rangeText(s.from, s.to ?? s.from))] : []);

const modifiersFrom = 3;

const procedure = (code: string, modifiers: readonly string[]): Value => ({ parts: ['HC', code, ...modifiers] });

/** SV2 has the revenue code before the procedure, so everything after it stands one place further. */
export const serviceOf = (r: Reader, l: Loop): RequestedService | undefined => {
  const institutional = segmentOf(l, 'SV2');
  const s = institutional ?? segmentOf(l, 'SV1');
  if (!s) return undefined;
  const at = institutional ? 2 : 1;
  const revenueCode = institutional && text(institutional, 1);
  const quantity = r.quantity(s, at + 3);
  return {
    code: part(s, at, 2) ?? '',
    modifiers: [0, 1, 2, 3].flatMap((n) => part(s, at, modifiersFrom + n) ?? []),
    ...(revenueCode ? { revenueCode } : {}),
    ...spanOf(r, l, '472'),
    ...(quantity === undefined ? {} : { quantity }),
    unit: text(s, at + 2) === 'DA' ? 'DA' : 'UN',
  };
};

export const service = (s: RequestedService): Content => {
  const rest: readonly Value[] = [
    procedure(s.code, s.modifiers),
    undefined,
    s.unit,
    s.quantity === undefined ? undefined : String(s.quantity),
  ];
  return s.revenueCode ? segment('SV2', s.revenueCode, ...rest) : segment('SV1', ...rest);
};
