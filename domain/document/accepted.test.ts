import { expect, test } from 'vitest';
import { isAcceptedType } from './accepted.ts';

test.each(['application/pdf', 'Text/XML; charset=utf-8', 'application/fhir+json;fhirVersion=4.0', 'application/xml'])(
  'a file of type %s is taken',
  (type) => {
    expect(isAcceptedType(type)).toBe(true);
  },
);

test.each(['', 'application/x-msdownload', 'text/html', 'image/svg+xml', 'xapplication/pdf'])(
  'a file of type "%s" is not taken',
  (type) => {
    expect(isAcceptedType(type)).toBe(false);
  },
);
