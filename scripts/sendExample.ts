import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';

// Sends one made-up request to a running demonstration, as an electronic health record would.
const { values } = parseArgs({
  options: { spo2: { type: 'string', default: '89' }, urgent: { type: 'boolean', default: false } },
});
const dataDir = process.env.OPENUM_DATA_DIR ?? path.join(import.meta.dirname, '..', '.openum');
const { fhir, token } = JSON.parse(readFileSync(path.join(dataDir, 'demo.json'), 'utf8')) as {
  fhir: string;
  token: string;
};

const bundle = homeOxygenBundle({ name: randomUUID(), spo2: Number(values.spo2), urgent: values.urgent });
const response = await fetch(`${fhir}/Claim/$submit`, {
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json' },
  body: JSON.stringify(bundle),
});
console.log(`HTTP ${response.status}`);
console.log(JSON.stringify(await response.json(), null, 2));
