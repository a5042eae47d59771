import { createHash } from 'node:crypto';
import type { Casework } from '@openum/casework/casework.ts';
import { collectProof } from '@openum/casework/proof/collect.ts';
import { verifyProof } from '@openum/casework/proof/verify.ts';
import { scope } from './plan.ts';

const sha256Hex = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Makes the proof pack of a case without an archive around it, and says what its verification finds wrong. */
export const proofProblems = async (casework: Casework, caseId: string): Promise<readonly string[]> => {
  const proof = await collectProof(casework, scope, {
    caseId,
    madeBy: { name: 'Person quality' },
    software: 'OpenUM test',
    print: async (document) => new TextEncoder().encode(JSON.stringify(document)),
  });
  if (!proof) return ['there is no such case'];
  const bytesOf = async (path: string): Promise<Uint8Array> => {
    const file = proof.files.find((f) => f.path === path);
    if (!file) throw new Error(`${path} is missing`);
    return file.bytes();
  };
  const { checks } = await verifyProof(
    {
      paths: proof.files.map((f) => f.path),
      digest: async (path) => {
        const bytes = await bytesOf(path);
        return { sha256: sha256Hex(bytes), sizeBytes: bytes.byteLength };
      },
      text: async (path) => new TextDecoder().decode(await bytesOf(path)),
    },
    sha256Hex,
  );
  return checks.flatMap((c) => c.problems);
};
