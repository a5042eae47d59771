import path from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  PORT: port.default(8080),
  OPENUM_HOST: z.string().min(1).default('127.0.0.1'),
  OPENUM_DATA_DIR: z.string().min(1).default('.openum'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  OPENUM_DEMO: z.enum(['0', '1']).default('1'),
  OPENUM_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENUM_LOG: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Absent: the embedded server in `dataDir`. */
  readonly databaseUrl?: string;
  readonly demo: boolean;
  readonly baseUrl?: string;
  readonly logLevel: z.output<typeof environment>['OPENUM_LOG'];
};

/** Reads all configuration once. Returns every problem at once, each naming its variable and never its value. */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
): Config | { readonly problems: readonly string[] } => {
  const given = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== undefined && v !== ''));
  const parsed = environment.safeParse(given);
  const known = new Set(Object.keys(environment.shape));
  const unknown = Object.keys(given)
    .filter((name) => name.startsWith('OPENUM_') && !known.has(name))
    .map((name) => `${name}: there is no such setting`);
  if (!parsed.success || unknown.length > 0) {
    const issues = parsed.success ? [] : parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
    return { problems: [...issues, ...unknown] };
  }
  const e = parsed.data;
  return {
    port: e.PORT,
    host: e.OPENUM_HOST,
    dataDir: path.resolve(e.OPENUM_DATA_DIR),
    ...(e.DATABASE_URL ? { databaseUrl: e.DATABASE_URL } : {}),
    demo: e.OPENUM_DEMO === '1',
    ...(e.OPENUM_BASE_URL ? { baseUrl: e.OPENUM_BASE_URL.replace(/\/$/, '') } : {}),
    logLevel: e.OPENUM_LOG,
  };
};
