import { createWriteStream, existsSync, rmSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Casework } from '@openum/casework/casework.ts';
import { collectProof } from '@openum/casework/proof/collect.ts';
import type { ProofMaker } from '@openum/casework/proof/maker.ts';
import { archiveOf } from '@openum/jobs/proof/archive.ts';
import { createIndexPrinter } from '@openum/jobs/proof/print.ts';
import { verifyPackFile } from '@openum/jobs/proof/verify.ts';
import pkg from '../package.json' with { type: 'json' };

type Say = (line: string) => void;

export const proofMaker = (): ProofMaker<Readable> => ({
  software: `OpenUM ${pkg.version}`,
  print: createIndexPrinter(),
  archive: archiveOf,
});

const caseByNumber = async (casework: Casework, caseNumber: string) => {
  for (const { tenantId } of await casework.identity.tenants()) {
    const { rows } = await casework.workList.page({ tenantId }, { text: caseNumber }, undefined, 20);
    const row = rows.find((r) => r.caseNumber.toLowerCase() === caseNumber.toLowerCase());
    if (row) return { scope: { tenantId }, caseId: row.caseId };
  }
  return undefined;
};

/** Writes the proof pack of one case to a file; 1 when there is no such case. */
export const writeProof = async (casework: Casework, caseNumber: string, file: string, say: Say): Promise<number> => {
  const found = await caseByNumber(casework, caseNumber);
  const maker = proofMaker();
  const proof =
    found &&
    (await collectProof(casework, found.scope, {
      caseId: found.caseId,
      madeBy: { name: 'command line' },
      software: maker.software,
      print: maker.print,
      progress: (done, of) => {
        if (done === of || done % 100 === 0) say(`${done} of ${of} kept files read`);
      },
    }));
  if (!proof) {
    say(`There is no case ${caseNumber}.`);
    return 1;
  }
  const { stream, sizeBytes } = await maker.archive(proof);
  try {
    await pipeline(stream, createWriteStream(file, { mode: 0o600, flags: 'wx' }));
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') {
      say(`${file} is there already; a proof pack replaces nothing.`);
      return 1;
    }
    rmSync(file, { force: true });
    throw error;
  }
  const { chainHead, missing } = proof.manifest;
  say(
    `${file}: ${proof.files.length} files, ${sizeBytes} bytes, chain of ${chainHead.sequence} events to ${chainHead.hash}`,
  );
  for (const m of missing) say(`not in it: ${m.path}, ${m.problem}`);
  return missing.length === 0 ? 0 : 1;
};

/** Prints what was checked of a pack and what was found; 0 only when all of it is sound. */
export const verifyProofFile = async (file: string, say: Say): Promise<number> => {
  if (!existsSync(file)) {
    say(`There is no file ${file}.`);
    return 2;
  }
  const { manifest, checks, sound } = await verifyPackFile(file);
  if (manifest) {
    say(
      `Case ${manifest.caseNumber} of ${manifest.plan}, made ${manifest.madeAt} by ${manifest.madeBy} with ${manifest.software}`,
    );
    if (manifest.disclosureStatement) say(manifest.disclosureStatement);
  }
  for (const { name, problems } of checks) {
    say(`${problems.length === 0 ? 'yes' : 'NO '}  ${name}`);
    for (const p of problems.slice(0, 20)) say(`       ${p}`);
    if (problems.length > 20) say(`       and ${problems.length - 20} more`);
  }
  if (manifest) say(`Chain: ${manifest.chainHead.sequence} events, head ${manifest.chainHead.hash}`);
  say(
    sound
      ? 'SOUND. Nothing in it was changed. That its head is the one in the log, only the installation can say: compare it there.'
      : 'NOT SOUND. Do not rely on it.',
  );
  return sound ? 0 : 1;
};
