import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export const createLogger = (level: Config['logLevel']): Logger => pino({ level, base: null }, pino.destination(2));

/** Name and place of an error, without its text: that might quote what was in a record. */
export const errorPlace = (error: unknown): { readonly error: string; readonly at?: string } =>
  error instanceof Error
    ? { error: error.name, at: error.stack?.split('\n').slice(1, 4).join(' ').trim() ?? '' }
    : { error: 'unknown' };
