import type { Reports } from '@openum/casework/port/reports.ts';
import type { Database } from '../connection/database.ts';
import { createCaseReports } from './caseReports.ts';
import { lateLetters, reportedClocks } from './clocks.ts';
import { complianceOf } from './compliance.ts';

export const createReports = (db: Database): Reports => ({
  ...createCaseReports(db),
  compliance: (scope, filter, by, now) => complianceOf(db, scope, filter, by, now),
  lateLetters: (scope, kind, now) => lateLetters(db, scope, kind, now),
  clocks: (scope, filter, now, after, limit) => reportedClocks(db, scope, filter, now, after, limit),
});
