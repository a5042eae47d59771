import path from 'node:path';
import type { OwnerReportPrinter } from '@openum/casework/port/ownerReport.ts';
import { typeset } from '../bundle/typeset.ts';

const template = path.join(import.meta.dirname, 'report.typ');

/** The sheet of the four questions as a tagged PDF of one page. */
export const printOwnerReport: OwnerReportPrinter = async (report) => typeset(template, report);
