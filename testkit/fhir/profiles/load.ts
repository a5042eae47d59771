import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Reduced snapshots of the PAS 2.2.1 profiles, for the validator of the fhir room. */
export const pasProfileFile = (): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'pas-2.2.1.json'), 'utf8'));
