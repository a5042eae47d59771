import { createHash } from 'node:crypto';
import type { Casework } from '@openum/casework/casework.ts';
import { collectProof } from '@openum/casework/proof/collect.ts';
import { manifestPath, type Proof, type ProofManifest } from '@openum/casework/proof/proof.ts';
import { verifyProof } from '@openum/casework/proof/verify.ts';
import { scope } from './plan.ts';

const sha256Hex = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

export type PackTexts = ReadonlyMap<string, string>;

/** The proof pack of a case without an archive around it: the text of each file. Undefined when there is no such case. */
export const packTexts = async (casework: Casework, caseId: string): Promise<PackTexts | undefined> => {
  const proof: Proof | undefined = await collectProof(casework, scope, {
    caseId,
    madeBy: { name: 'Person quality' },
    software: 'OpenUM test',
    print: async (document) => new TextEncoder().encode(JSON.stringify(document)),
  });
  if (!proof) return undefined;
  const texts = new Map<string, string>();
  for (const f of proof.files) texts.set(f.path, Buffer.from(await f.bytes()).toString('latin1'));
  return texts;
};

/** What the verification of a pack finds wrong. */
export const packProblems = async (texts: PackTexts): Promise<readonly string[]> => {
  const bytesOf = (path: string): Buffer => {
    const text = texts.get(path);
    if (text === undefined) throw new Error(`${path} is missing`);
    return Buffer.from(text, 'latin1');
  };
  const { checks } = await verifyProof(
    {
      paths: [...texts.keys()],
      digest: async (path) => ({ sha256: sha256Hex(bytesOf(path)), sizeBytes: bytesOf(path).byteLength }),
      text: async (path) => bytesOf(path).toString('utf8'),
    },
    sha256Hex,
  );
  return checks.flatMap((c) => c.problems);
};

/** The same pack written anew by somebody who changes one file and makes the manifest fit. */
export const forgedPack = (texts: PackTexts, path: string, change: (text: string) => string): PackTexts => {
  const forged = new Map([...texts, [path, change(texts.get(path) ?? '')]]);
  const manifest = JSON.parse(Buffer.from(texts.get(manifestPath) ?? '', 'latin1').toString()) as ProofManifest;
  const files = manifest.files.map((f) => {
    const bytes = Buffer.from(forged.get(f.path) ?? '', 'latin1');
    return { ...f, sha256: sha256Hex(bytes), sizeBytes: bytes.byteLength };
  });
  return forged.set(manifestPath, Buffer.from(JSON.stringify({ ...manifest, files })).toString('latin1'));
};

/** Makes the proof pack of a case, and says what its verification finds wrong. */
export const proofProblems = async (casework: Casework, caseId: string): Promise<readonly string[]> => {
  const texts = await packTexts(casework, caseId);
  return texts ? packProblems(texts) : ['there is no such case'];
};
