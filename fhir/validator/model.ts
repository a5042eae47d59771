import r4 from 'fhirpath/fhir-context/r4';

/** The tables that fhirpath.js keeps about R4: type of each path, which paths repeat, where a path is defined. */
type Tables = {
  readonly path2Type: Readonly<Record<string, string | undefined>>;
  readonly path2Repeating: Readonly<Record<string, true | undefined>>;
  readonly pathsDefinedElsewhere: Readonly<Record<string, string | undefined>>;
  readonly type2Parent: Readonly<Record<string, string | undefined>>;
};
const tables = r4 as unknown as Tables;
export const model = r4;

export type ElementType = { readonly path: string; readonly type: string; readonly repeats: boolean };

const inline = new Set(['BackboneElement', 'Element']);

/** Path under which the children of an element of this type are listed. */
export const homeOf = (e: ElementType): string =>
  inline.has(e.type) ? (tables.pathsDefinedElsewhere[e.path] ?? e.path) : e.type;

/** Element `key` of a type or of a path inside a resource; looks up the chain of base types. */
export const elementOf = (home: string, key: string): ElementType | undefined => {
  for (let at: string | undefined = home; at !== undefined; at = parentOf(at)) {
    const path: string = `${at}.${key}`;
    const known = tables.pathsDefinedElsewhere[path];
    const type = tables.path2Type[path] ?? (known && tables.path2Type[known]);
    if (type) return { path, type, repeats: tables.path2Repeating[known ?? path] === true };
  }
  return undefined;
};

const parentOf = (at: string): string | undefined => (at.includes('.') ? 'BackboneElement' : tables.type2Parent[at]);

export const isResourceType = (type: string): boolean =>
  tables.type2Parent[type] === 'DomainResource' || tables.type2Parent[type] === 'Resource';
