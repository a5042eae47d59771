import type { Channel } from '@openum/domain/case/request.ts';
import { type ArrivalState, arrivalStates, unsettledStates } from '@openum/domain/intake/arrivalState.ts';
import { channelWord } from '../app/words.ts';

/** Plain pairs of the address. Without `state`: all that still wants somebody. */
export type IntakeSearch = {
  readonly state?: ArrivalState | 'all';
  readonly channel?: Channel;
  readonly text?: string;
};

const channels = Object.keys(channelWord) as Channel[];

export const readIntakeSearch = (search: Record<string, unknown>): IntakeSearch => {
  const state = [...arrivalStates, 'all' as const].find((s) => s === search.state);
  const channel = channels.find((c) => c === search.channel);
  const text = typeof search.text === 'string' ? search.text.trim() : '';
  return { ...(state ? { state } : {}), ...(channel ? { channel } : {}), ...(text ? { text } : {}) };
};

const statesOf = ({ state }: IntakeSearch): readonly ArrivalState[] | undefined =>
  state === 'all' ? undefined : state ? [state] : unsettledStates;

/** The query of the API for an address. */
export const intakeQueryOf = (search: IntakeSearch): Record<string, string | undefined> => ({
  state: statesOf(search)?.join(','),
  channel: search.channel,
  text: search.text,
});
