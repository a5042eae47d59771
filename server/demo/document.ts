import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { loadCase } from '@openum/casework/case/load.ts';
import type { Casework } from '@openum/casework/casework.ts';
import { attachDocument } from '@openum/casework/document/attach.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import sharp from 'sharp';
import { planTenant } from './people.ts';

const fax: readonly (readonly string[])[] = [
  [
    'FAX COVER SHEET',
    'To: Utilization management',
    'From: Lakeview Pulmonary Clinic',
    'Number of pages: 5',
    'Records for the request of home oxygen',
  ],
  [
    'PROGRESS NOTE',
    'Lakeview Pulmonary Clinic',
    '',
    'Subjective: short of breath on walking to the mailbox. Denies chest pain.',
    'Objective: thin, speaks in full sentences, breath sounds quiet on both sides.',
    'Oxygen saturation 86 % at rest on room air, 92 % with 2 liters each minute.',
    'Assessment: chronic obstructive pulmonary disease with hypoxemia at rest.',
    'Plan: oxygen at home, 2 liters each minute, day and night. Return in 3 months.',
  ],
  [
    'Medication and vaccines as before. Family history: father had emphysema.',
    'Smoked one pack a day for 32 years, stopped in 2019.',
  ],
  [
    'LABORATORY REPORT',
    'Specimen: arterial blood, right radial artery',
    'Reference range in brackets',
    '',
    'pH 7.39 (7.35 to 7.45)',
    'PaO2 54 mmHg (80 to 100)',
    'PaCO2 43 mmHg (35 to 45)',
  ],
  [
    'DETAILED WRITTEN ORDER',
    'Ordering physician: M. Okafor, MD',
    'Oxygen concentrator, quantity 1, length of need 12 months',
    '2 liters each minute by nasal cannula, at rest and during exercise',
  ],
];

/** A typed document as a PDF, each line of a page as it is given. */
export const pdfOf = async (pages: readonly (readonly string[])[]): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const lines of pages) {
    const page = pdf.addPage([612, 792]);
    for (const [at, line] of lines.entries()) page.drawText(line, { x: 60, y: 710 - at * 20, size: 12, font });
  }
  return pdf.save();
};

/** A sheet as a fax machine sends it: a picture without a text layer. */
export const scanned = async (lines: readonly string[]): Promise<Uint8Array> => {
  const texts = lines.map(
    (line, at) => `<text x="120" y="${180 + at * 62}" font-family="sans-serif" font-size="36">${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1275" height="1650"><rect width="100%" height="100%" fill="white"/>${texts.join('')}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).grayscale().tiff({ compression: 'lzw' }).toBuffer());
};

/** Records by fax on a request that waits: one with a text layer, a scan, and one that broke on its way. */
export const playDocuments = async (casework: Casework): Promise<void> => {
  const scope = { tenantId: planTenant.tenantId };
  const user = (await casework.identity.users(scope)).find((u) => u.email === 'coordinator@plan.example');
  if (!user) throw new Error('the demonstration lacks a coordinator');
  const waits = async (caseId: string): Promise<boolean> => {
    const state = (await loadCase(casework.cases, scope, caseId))?.state;
    return (
      state !== undefined && openItems(state).some((i) => i.service.code === 'E1390') && state.evaluations.length > 0
    );
  };
  for (const caseId of await casework.cases.caseIds(scope, undefined, 100)) {
    if (!(await waits(caseId))) continue;
    const attach = (title: string, contentType: string, bytes: Uint8Array) =>
      attachDocument(casework, scope, caseId, { title, contentType, bytes, actor: actorOf(user) });
    const records = await pdfOf(fax);
    await attach('Records of Lakeview Pulmonary Clinic', 'application/pdf', records);
    const scan = await scanned([
      'OVERNIGHT OXIMETRY',
      'SpO2 below 88 % for 41 minutes',
      'Lowest SpO2 79 % on room air',
      'Recording time 7 hours 12 minutes',
    ]);
    await attach('Overnight oximetry by fax', 'image/tiff', scan);
    await attach('Second fax, cut off', 'application/pdf', records.slice(0, 400));
    return;
  }
};
