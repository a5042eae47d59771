import type { EntryChannel } from './form.ts';

/** How a request may reach a person who enters it, the commonest first. */
export const entryChannels: readonly EntryChannel[] = ['phone', 'fax', 'mail', 'portal'];

/** Channel of the address, when it names one. */
export const readEntrySearch = (search: Record<string, unknown>): { channel?: EntryChannel } => {
  const channel = entryChannels.find((c) => c === search.channel);
  return channel ? { channel } : {};
};
