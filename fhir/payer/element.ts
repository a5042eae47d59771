import { pasExtension, pasProfile } from '../systems.ts';

export type Json = { readonly [key: string]: unknown };

export const coded = (system: string, code: string): Json => ({ coding: [{ system, code }] });

export const extension = (name: string, value: Json): Json => ({ url: pasExtension(name), ...value });

export const profile = (name: string): Json => ({ profile: [pasProfile(name)] });

/** Where this practice's own numbers come from. */
export const practiceSystem = (npi: string, what: string): string => `urn:openum:practice:${npi}:${what}`;
