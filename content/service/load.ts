import type { ServiceCatalogue } from '@openum/domain/service/catalogue.ts';
import catalogue from './catalogue.json' with { type: 'json' };

/** What needs an authorization, by service and line of business. */
export const loadServiceCatalogue = (): ServiceCatalogue => {
  const seen = new Set<string>();
  for (const s of catalogue.services) {
    if (seen.has(s.code)) throw new Error(`content/service/catalogue.json: ${s.code} stands twice`);
    if (s.label.trim() === '') throw new Error(`content/service/catalogue.json: ${s.code} has no label`);
    seen.add(s.code);
  }
  return catalogue as ServiceCatalogue;
};
