import { serviceCatalogue as catalogue } from '@openum/testkit/case/content.ts';
import { hcpcs } from '@openum/testkit/case/request.ts';
import { expect, test } from 'vitest';
import { authorizationRequired, type Service, serviceOf } from './catalogue.ts';

const oxygen = serviceOf(catalogue, { system: hcpcs, code: 'E1390' }) as Service;

test('a service is found by its code, in either case and whatever the system is called', () => {
  expect(oxygen.label).toBe('Oxygen concentrator, single port');
  expect(serviceOf(catalogue, { system: 'urn:other', code: 'e1390' })).toBe(oxygen);
  expect(serviceOf(catalogue, { system: hcpcs, code: 'E139' })).toBeUndefined();
});

test('a service that is not in the catalogue needs an authorization, so that a person looks at it', () => {
  expect(authorizationRequired(undefined, 'medicareAdvantage')).toBe(true);
});

test('a service needs an authorization where its entry says so', () => {
  const of = (authorizationRequiredBy: Service['authorizationRequiredBy']) => ({ ...oxygen, authorizationRequiredBy });
  expect(authorizationRequired(of('all'), 'chip')).toBe(true);
  expect(authorizationRequired(of('none'), 'chip')).toBe(false);
  expect(authorizationRequired(of(['chip']), 'chip')).toBe(true);
  expect(authorizationRequired(of(['chip']), 'fehb')).toBe(false);
});
