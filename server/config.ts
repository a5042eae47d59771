import path from 'node:path';
import type { ModelSettings } from '@openum/jobs/model/languageModel.ts';
import { z } from 'zod';
import { modelEnvironment, modelOf, modelTogether } from './modelConfig.ts';

const port = z.coerce.number().int().min(0).max(65_535);

/** `2575=plan/hospital`: the port, and the tenant and sending system that whoever reaches it speaks for. */
const mllpListeners = z
  .string()
  .transform((s) => s.split(',').map((part) => part.trim()))
  .pipe(
    z.array(z.string().regex(/^\d{1,5}=[^/\s]+\/[^/\s]+$/, 'must be port=tenant/client, several with commas')).min(1),
  )
  .transform((parts) =>
    parts.map((part) => {
      const [, at = '', tenantId = '', clientId = ''] = /^(\d+)=([^/]+)\/(.+)$/.exec(part) ?? [];
      return { port: Number(at), tenantId, clientId };
    }),
  )
  .refine((all) => all.every((l) => l.port <= 65_535), 'a port is at most 65535')
  .refine(
    (all) => new Set(all.filter((l) => l.port > 0).map((l) => l.port)).size === all.filter((l) => l.port > 0).length,
    'a port may listen for one client only',
  );

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
  OPENUM_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, 'must begin with smtp:// or smtps://')
    .optional(),
  OPENUM_MAIL_FROM: z.email().optional(),
  OPENUM_FAX_ADDRESS: z
    .string()
    .regex(/^[^@\s]*\{number\}[^@\s]*@\S+$/, 'must be an address with {number} in it')
    .optional(),
  OPENUM_MLLP: mllpListeners.optional(),
  OPENUM_MLLP_HOST: z.string().min(1).default('127.0.0.1'),
  OPENUM_DOCUMENT_PAGES: z.coerce.number().int().min(1).max(20_000).optional(),
  OPENUM_DOCUMENT_MEGABYTES: z.coerce.number().int().min(1).max(200).optional(),
  ...modelEnvironment,
  OPENUM_LOG: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
});

type Given = z.output<typeof environment>;

/** Settings that only have a meaning together. */
const together = (e: Given): readonly string[] => [
  ...modelTogether(e),
  ...(e.OPENUM_SMTP_URL && !e.OPENUM_MAIL_FROM ? ['OPENUM_MAIL_FROM: mail needs an address to come from'] : []),
  ...(!e.OPENUM_SMTP_URL && (e.OPENUM_MAIL_FROM || e.OPENUM_FAX_ADDRESS)
    ? ['OPENUM_SMTP_URL: without it nothing can be sent']
    : []),
];

const mailOf = ({ OPENUM_SMTP_URL: url, OPENUM_MAIL_FROM: from, OPENUM_FAX_ADDRESS: faxPattern }: Given) =>
  url && from ? { mail: { url, from, ...(faxPattern ? { faxPattern } : {}) } } : {};

const documentsOf = ({ OPENUM_DOCUMENT_PAGES: pages, OPENUM_DOCUMENT_MEGABYTES: megabytes }: Given) =>
  pages || megabytes
    ? {
        documents: {
          ...(pages ? { maxPages: pages } : {}),
          ...(megabytes ? { maxBytes: megabytes * 1024 * 1024 } : {}),
        },
      }
    : {};

export type MllpConfig = {
  readonly host: string;
  readonly listeners: readonly { readonly port: number; readonly tenantId: string; readonly clientId: string }[];
};

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Absent: the embedded server in `dataDir`. */
  readonly databaseUrl?: string;
  readonly demo: boolean;
  readonly baseUrl?: string;
  /** Absent: nothing listens for HL7 v2 by MLLP. */
  readonly mllp?: MllpConfig;
  /** Absent: letters go on paper and to the portal only. */
  readonly mail?: { readonly url: string; readonly from: string; readonly faxPattern?: string };
  /** Limits of what is read of one document; absent: those of the reader. */
  readonly documents?: { readonly maxPages?: number; readonly maxBytes?: number };
  /** Absent: nothing is asked of a language model. */
  readonly model?: ModelSettings;
  readonly logLevel: Given['OPENUM_LOG'];
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
  const apart = together(e);
  if (apart.length > 0) return { problems: apart };
  return {
    port: e.PORT,
    host: e.OPENUM_HOST,
    dataDir: path.resolve(e.OPENUM_DATA_DIR),
    ...(e.DATABASE_URL ? { databaseUrl: e.DATABASE_URL } : {}),
    demo: e.OPENUM_DEMO === '1',
    ...(e.OPENUM_BASE_URL ? { baseUrl: e.OPENUM_BASE_URL.replace(/\/$/, '') } : {}),
    ...mailOf(e),
    ...(e.OPENUM_MLLP ? { mllp: { host: e.OPENUM_MLLP_HOST, listeners: e.OPENUM_MLLP } } : {}),
    ...documentsOf(e),
    ...modelOf(e),
    logLevel: e.OPENUM_LOG,
  };
};
