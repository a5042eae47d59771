import { hash, randomBytes } from 'node:crypto';

/** 256 random bits, for a session or a client. Only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const tokenHash = (token: string): string => hash('sha256', token);
