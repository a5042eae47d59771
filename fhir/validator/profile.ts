export type Discriminator = { readonly type: string; readonly path: string };
export type TypeRule = {
  readonly code: string;
  readonly profile?: readonly string[];
  readonly targetProfile?: readonly string[];
};
export type ElementRule = {
  readonly id: string;
  readonly min: number;
  readonly max: string;
  readonly type?: readonly TypeRule[];
  readonly slicing?: { readonly discriminator?: readonly Discriminator[]; readonly rules?: string };
  readonly sliceName?: string;
  readonly binding?: { readonly valueSet: string; readonly codes?: readonly string[] };
  readonly constraint?: readonly { readonly key: string; readonly expression: string }[];
  readonly [fixedOrPattern: string]: unknown;
};
export type Profile = { readonly url: string; readonly type: string; readonly elements: readonly ElementRule[] };
export type ProfileFile = {
  readonly profiles: readonly Profile[];
  /** Resource type of profiles that are known by name only. */
  readonly typeOfOther: Readonly<Record<string, string>>;
};

/** A snapshot element with what hangs below it. */
export type Node = {
  readonly rule: ElementRule;
  readonly name: string;
  readonly children: Map<string, Node>;
  readonly slices: Node[];
};

const lastSegment = (id: string): string => id.slice(id.lastIndexOf('.') + 1);

/** Turns the flat snapshot into a tree; `a.b:slice` hangs below `a.b`. */
const treeOf = (profile: Profile): Node => {
  const byId = new Map<string, Node>();
  let root: Node | undefined;
  for (const rule of profile.elements) {
    const segment = lastSegment(rule.id);
    const [name = '', slice] = segment.split(':');
    const node: Node = { rule, name, children: new Map(), slices: [] };
    byId.set(rule.id, node);
    if (!rule.id.includes('.')) {
      root = node;
      continue;
    }
    const parentId = rule.id.slice(0, rule.id.lastIndexOf('.'));
    if (slice === undefined) byId.get(parentId)?.children.set(name, node);
    else byId.get(`${parentId}.${name}`)?.slices.push(node);
  }
  if (!root) throw new RangeError(`${profile.url} has no root element`);
  return root;
};

export const withoutVersion = (url: string): string => url.split('|')[0] ?? url;

export class ProfileSet {
  readonly #trees = new Map<string, Node>();
  readonly #types = new Map<string, string>();

  constructor(file: ProfileFile) {
    for (const p of file.profiles) {
      this.#trees.set(p.url, treeOf(p));
      this.#types.set(p.url, p.type);
    }
    for (const [url, type] of Object.entries(file.typeOfOther)) this.#types.set(url, type);
  }

  tree(url: string): Node | undefined {
    return this.#trees.get(withoutVersion(url));
  }

  /** Type that a profile constrains; for a base definition its own name; undefined when nothing is known. */
  typeOf(url: string): string | undefined {
    const bare = withoutVersion(url);
    const base = 'http://hl7.org/fhir/StructureDefinition/';
    return this.#types.get(bare) ?? (bare.startsWith(base) ? bare.slice(base.length) : undefined);
  }
}
