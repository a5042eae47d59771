import type { AgentFigures } from '@openum/domain/suggestion/figures.ts';

/** A part of a whole in percent; nothing where there is no whole. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? 'none yet' : `${Math.round((part / whole) * 1000) / 10} %`;

export const dollars = (
  { inputTokens, outputTokens }: Pick<AgentFigures, 'inputTokens' | 'outputTokens'>,
  price: { readonly input: number; readonly output: number } | undefined,
): string =>
  price
    ? (inputTokens / 1e6) * price.input + (outputTokens / 1e6) * price.output < 0.01 && inputTokens > 0
      ? 'under $0.01'
      : `$${((inputTokens / 1e6) * price.input + (outputTokens / 1e6) * price.output).toFixed(2)}`
    : 'no price set';
