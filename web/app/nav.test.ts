import { expect, test } from 'vitest';
import { navPages, pageClosed, startPage } from './nav.ts';

test('people of a practice find their requests, and nothing of the review desk', () => {
  expect(navPages('practice')).toEqual(expect.arrayContaining(['/requests', '/new-request', '/admission']));
  expect(navPages('plan')).not.toContain('/requests');
});

test('people of a practice begin with the board or with their requests, reviewers with the work list, coordinators with intake, physicians with their queue', () => {
  expect(startPage({ kind: 'practice', roles: ['utilizationReviewStaff'] })).toBe('/practice/board');
  expect(startPage({ kind: 'practice', roles: ['frontDesk'] })).toBe('/requests');
  expect(startPage({ kind: 'practice', roles: ['administrator'] })).toBe('/requests');
  expect(startPage({ kind: 'plan', roles: ['clinicalReviewer'] })).toBe('/work');
  expect(startPage({ kind: 'plan', roles: ['umCoordinator'] })).toBe('/intake');
  expect(startPage({ kind: 'plan', roles: ['medicalDirector'] })).toBe('/physician');
});

test('every role of a plan begins on a page that is open to it', () => {
  for (const role of [
    'umCoordinator',
    'clinicalReviewer',
    'medicalDirector',
    'concurrentReviewNurse',
    'appealsCoordinator',
    'caseManagementCoordinator',
    'umDirector',
    'qualityManager',
    'administrator',
  ] as const) {
    const visitor = { kind: 'plan', roles: [role] } as const;
    expect([role, pageClosed(startPage(visitor), visitor)]).toEqual([role, undefined]);
  }
  expect(startPage({ kind: 'plan', roles: ['umDirector'] })).toBe('/dashboard');
  expect(startPage({ kind: 'plan', roles: ['qualityManager'] })).toBe('/audit');
});

test('who does several jobs begins with the one that others wait for first', () => {
  expect(startPage({ kind: 'plan', roles: ['clinicalReviewer', 'umCoordinator'] })).toBe('/intake');
  expect(startPage({ kind: 'plan', roles: ['medicalDirector', 'umDirector'] })).toBe('/dashboard');
});

test('a biller of a practice follows requests and sends none; the reason says who may', () => {
  const biller = { kind: 'practice', roles: ['biller'] } as const;
  expect(pageClosed('/requests', biller)).toBeUndefined();
  expect(pageClosed('/new-request', biller)).toBe('For: Utilization review staff, Treating clinician, Front desk');
});

test('the practice’s roles open no page of the plan', () => {
  expect(pageClosed('/work', { kind: 'plan', roles: ['utilizationReviewStaff'] })).toBeDefined();
});

test('who reviews stays begins with the census', () => {
  expect(startPage({ kind: 'plan', roles: ['concurrentReviewNurse'] })).toBe('/census');
  for (const role of [
    'concurrentReviewNurse',
    'clinicalReviewer',
    'medicalDirector',
    'umDirector',
    'caseManagementCoordinator',
  ] as const)
    expect(pageClosed('/census', { kind: 'plan', roles: [role] })).toBeUndefined();
  expect(pageClosed('/census', { kind: 'plan', roles: ['administrator'] })).toBeDefined();
});

test('reviewers and administrators find the criteria library, coordinators of intake do not', () => {
  for (const role of ['clinicalReviewer', 'medicalDirector', 'administrator'] as const)
    expect(pageClosed('/criteria', { kind: 'plan', roles: [role] })).toBeUndefined();
  expect(pageClosed('/criteria', { kind: 'plan', roles: ['umCoordinator'] })).toBeDefined();
});
