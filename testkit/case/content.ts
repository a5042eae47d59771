import { loadFlows } from '@openum/content/flow/load.ts';
import { loadServiceCatalogue } from '@openum/content/service/load.ts';
import type { Flow } from '@openum/domain/flow/flow.ts';

/** The flow and the services that the product ships, for tests of rooms that may not read content themselves. */
export const defaultFlow = loadFlows().find((f) => f.id === 'prospective-default') as Flow;
export const serviceCatalogue = loadServiceCatalogue();
