import { describe, expect, test } from 'vitest';
import { jsonText, xmlText } from './structured.ts';

const observation = {
  resourceType: 'Observation',
  id: 'o-1',
  status: 'final',
  text: { div: '<p>Saturation &lt; 90, falling</p>' },
  code: { coding: [{ system: 'http://loinc.org', code: '59408-5' }], text: 'SpO2 & pulse' },
  subject: { reference: '#p' },
  valueQuantity: { value: 86, unit: '%' },
  contained: [{ resourceType: 'Patient', name: [{ family: 'Akerman', given: ['Rosalind', 'Maeve'] }] }],
};
const inXml = `<Observation xmlns="http://hl7.org/fhir"><id value="o-1"/>
  <text><div xmlns="http://www.w3.org/1999/xhtml"><p>Saturation &lt; 90, falling</p></div></text>
  <contained><Patient><name><family value="Akerman"/><given value="Rosalind"/><given value="Maeve"/></name></Patient></contained>
  <status value="final"/><code><coding><system value="http://loinc.org"/><code value="59408-5"/></coding><text value="SpO2 &amp; pulse"/></code>
  <subject><reference value="#p"/></subject>
  <valueQuantity><value value="86"/><unit value="%"/></valueQuantity></Observation>`;
const bundled = `<?xml version="1.0" encoding="UTF-8"?>\n<!-- export -->\n<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/><entry><fullUrl value="urn:x"/><resource>${inXml}</resource></entry></Bundle>`;

const lines = (text: string): readonly string[] => text.split('\n').filter(Boolean).toSorted();

describe('a FHIR document in XML', () => {
  test('says what the same document says in JSON', () => {
    expect(lines(xmlText(inXml))).toEqual(lines(jsonText(JSON.stringify(observation))));
  });

  test('is read resource by resource in a Bundle', () => {
    const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ fullUrl: 'urn:x', resource: observation }] };
    expect(lines(xmlText(bundled))).toEqual(lines(jsonText(JSON.stringify(bundle))));
  });

  test('that is not well formed still gives its words', () => {
    expect(xmlText(inXml.replace('</Observation>', ''))).toContain('Saturation < 90, falling');
  });

  test('with entities that grow out of each other gives no more than was sent', () => {
    const bomb = `<!DOCTYPE a [${Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('')}]>`;
    const text = xmlText(bundled.replace('<Bundle', `${bomb}<Bundle`).replace('falling', '&e12;'));
    expect(text.length).toBeLessThan(5_000);
  });
});

describe('XML that is not FHIR', () => {
  test('is read as before', () => {
    expect(xmlText('<letter><p>No change &amp; no fever.</p></letter>')).toBe('No change & no fever.');
  });
});
