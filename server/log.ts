import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export const createLogger = (level: Config['logLevel']): Logger => pino({ level, base: null }, pino.destination(2));
