import type { Profiler } from 'node:inspector';

/** What a frame's place in the source says about the work. The innermost frame that says something counts. */
const places: readonly (readonly [name: string, place: RegExp])[] = [
  ['fhir: checks of the Bundle', /\/fhir\/pas\/validate\//],
  ['fhir: reading facts', /\/fhir\/pas\/fact(s\.ts|\/)/],
  ['fhir: the answer', /\/fhir\/pas\/(answer\/|response\.ts)/],
  ['fhir: reading the request', /\/fhir\//],
  ['criteria', /\/(domain\/(criteria|logic|fact)|casework\/criteria)\//],
  ['clocks', /\/(domain\/(clock|time)|casework\/clock)\//],
  ['deciding and folding', /\/domain\/(case|determination|service)\//],
  ['projection and tasks', /\/(domain\/flow|casework\/projection)\//],
  ['texts for the hash chain', /\/casework\/port\/caseStore\.ts/],
  ['check that an append can be stored', /\/casework\/port\/storable\.ts/],
  ['ids and hashes', /\/server\/environment\.ts/],
  ['JSON in and out', /\/http\/pas\/(message|submit)\.ts/],
  ['statements', /\/store\//],
  ['linking and files', /\/casework\//],
  ['driver', /\/node_modules\/pg/],
  ['HTTP', /\/node_modules\/|\/http\/|node:(internal\/)?_?http/],
];

const special: Readonly<Record<string, string>> = {
  '(garbage collector)': 'garbage collection',
  '(program)': 'native code',
};

/** Milliseconds by kind of work, without idle time. */
export const shares = ({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): ReadonlyMap<string, number> => {
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const parent = new Map(nodes.flatMap((n) => (n.children ?? []).map((c) => [c, n.id] as const)));
  const kindOf = (id: number): string => {
    for (let at: number | undefined = id; at !== undefined; at = parent.get(at)) {
      const frame = byId.get(at)?.callFrame;
      if (!frame) break;
      const known = special[frame.functionName] ?? places.find(([, place]) => place.test(frame.url))?.[0];
      if (known) return known;
    }
    return 'reading sockets and turning the event loop';
  };
  const total = new Map<string, number>();
  for (const [i, id] of samples.entries()) {
    if (byId.get(id)?.callFrame.functionName === '(idle)') continue;
    const kind = kindOf(id);
    total.set(kind, (total.get(kind) ?? 0) + (timeDeltas[i] ?? 0) / 1000);
  }
  return total;
};
