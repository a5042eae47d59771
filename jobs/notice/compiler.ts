import { createRequire } from 'node:module';

/** The part of the Typst compiler that letters use. */
export type TypstCompiler = {
  readonly pdf: (
    source: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> },
    options: { readonly pdfStandard?: string },
  ) => Uint8Array;
  /** Drops results that the last `age` compilations did not use. */
  readonly evictCache: (age: number) => void;
};

type TypstPackage = {
  readonly NodeCompiler: {
    readonly create: (options: {
      readonly workspace: string;
      readonly fontArgs?: readonly { readonly fontPaths: readonly string[] }[];
    }) => TypstCompiler;
  };
};

const scope = '@myriaddreamin/typst-ts-node-compiler';

/** The package that holds the compiler for a platform, by Node's names for it. */
export const compilerPackage = (platform: string, arch: string): string => {
  const known: Readonly<Record<string, string>> = {
    'linux-x64': `${scope}-linux-x64-gnu`,
    'linux-arm64': `${scope}-linux-arm64-gnu`,
    'darwin-x64': `${scope}-darwin-x64`,
    'darwin-arm64': `${scope}-darwin-arm64`,
  };
  const name = known[`${platform}-${arch}`];
  if (name === undefined) throw new Error(`letters: no Typst compiler is known for ${platform} ${arch}`);
  return name;
};

export const loadCompiler = (fontPaths: readonly string[]): TypstCompiler => {
  const name = compilerPackage(process.platform, process.arch);
  const { NodeCompiler } = createRequire(import.meta.url)(name) as TypstPackage;
  return NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] });
};
