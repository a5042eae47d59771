/** The criteria and facts that the product ships, for tests of rooms that may not read content themselves. */
export { criteriaSets } from '@openum/content/criteria/load.ts';
export { factCatalogue } from '@openum/content/fact/load.ts';
