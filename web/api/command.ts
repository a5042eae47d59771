import type { CommandAnswer, CommandBody, CommandRequest } from '@openum/http/contract/case.ts';
import { post } from './client.ts';

/** A version 4 UUID; `crypto.randomUUID` exists only on https and localhost. */
export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((b, i) => {
    const fixed = i === 6 ? (b & 0x0f) | 0x40 : i === 8 ? (b & 0x3f) | 0x80 : b;
    return fixed.toString(16).padStart(2, '0');
  });
  const part = (from: number, to: number) => hex.slice(from, to).join('');
  return [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16)].join('-');
};

/** Sends one intention. Sending it again with the same `commandId` does nothing twice. */
export const sendCommand = (
  on: { readonly caseId: string; readonly version: number },
  command: CommandBody,
  commandId: string = newId(),
): Promise<CommandAnswer> => {
  const body: CommandRequest = { commandId, expectedVersion: on.version, command };
  return post<CommandAnswer>(`/api/cases/${encodeURIComponent(on.caseId)}/commands`, body);
};
