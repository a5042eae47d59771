/** The real catalogue of facts, for tests of rooms that may not import content. */
export { factCatalogue } from '@openum/content/fact/load.ts';
