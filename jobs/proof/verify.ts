import { createHash } from 'node:crypto';
import { type ProofCheck, type Verdict, verifyProof } from '@openum/casework/proof/verify.ts';
import { openPack } from './open.ts';
import { readSeal } from './seal.ts';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'it cannot be read');

const sealCheck = async (file: string): Promise<ProofCheck> => {
  const { found, wanted } = await readSeal(file);
  return {
    name: 'No byte has changed since it was sealed',
    problems: found === wanted ? [] : ['the hash at the end of the file is not that of the file'],
  };
};

/** Everything that can be checked of a pack on disk, with nothing but the pack. */
export const verifyPackFile = async (file: string): Promise<Verdict> => {
  const seal = await sealCheck(file);
  try {
    const pack = await openPack(file);
    try {
      const verdict = await verifyProof(pack, sha256Hex);
      return { ...verdict, checks: [seal, ...verdict.checks], sound: verdict.sound && seal.problems.length === 0 };
    } finally {
      pack.close();
    }
  } catch (error) {
    return {
      checks: [seal, { name: 'It is an archive that can be read', problems: [messageOf(error)] }],
      sound: false,
    };
  }
};
