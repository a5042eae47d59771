import { redactions } from '@openum/domain/suggestion/redact.ts';
import { isOnThisMachine, type ModelSettings } from '@openum/jobs/model/languageModel.ts';
import { z } from 'zod';

const price = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/;

/** A language model of the installation's choice. Without a URL there is none. */
export const modelEnvironment = {
  OPENUM_MODEL_URL: z
    .url({ protocol: /^https?$/ })
    .refine((u) => {
      const { protocol, hostname, username, password } = new URL(u);
      return (protocol === 'https:' || isOnThisMachine(hostname)) && username === '' && password === '';
    }, 'must be https, or http on this machine, without a name or password in it')
    .optional(),
  OPENUM_MODEL_NAME: z.string().min(1).max(200).optional(),
  OPENUM_MODEL_KEY_FILE: z.string().min(1).optional(),
  OPENUM_MODEL_FORMAT: z.enum(['schema', 'json']).default('schema'),
  OPENUM_MODEL_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(600).default(60),
  OPENUM_MODEL_RETRIES: z.coerce.number().int().min(0).max(5).default(2),
  OPENUM_MODEL_AT_ONCE: z.coerce.number().int().min(1).max(32).default(2),
  OPENUM_MODEL_CALLS_PER_DAY: z.coerce.number().int().min(0).max(1_000_000).default(500),
  OPENUM_MODEL_TOKENS_PER_DAY: z.coerce.number().int().min(0).max(2_000_000_000).default(2_000_000),
  OPENUM_MODEL_REDACTION: z.enum(redactions).default('all'),
  OPENUM_MODEL_PART2: z.enum(['0', '1']).default('0'),
  OPENUM_MODEL_PRICE: z
    .string()
    .regex(price, 'must be dollars for a million tokens in and out, as 0.15/0.60')
    .optional(),
} as const;

type Given = z.output<z.ZodObject<typeof modelEnvironment>>;

export const modelTogether = (e: Given): readonly string[] => [
  ...(e.OPENUM_MODEL_URL && !e.OPENUM_MODEL_NAME ? ['OPENUM_MODEL_NAME: say which model the server is asked for'] : []),
  ...(!e.OPENUM_MODEL_URL && (e.OPENUM_MODEL_NAME || e.OPENUM_MODEL_KEY_FILE)
    ? ['OPENUM_MODEL_URL: without it there is no model to ask']
    : []),
];

export const modelOf = (e: Given): { readonly model?: ModelSettings } => {
  const { OPENUM_MODEL_URL: url, OPENUM_MODEL_NAME: name, OPENUM_MODEL_KEY_FILE: keyFile } = e;
  if (!url || !name) return {};
  const [, input, output] = price.exec(e.OPENUM_MODEL_PRICE ?? '') ?? [];
  return {
    model: {
      url: url.replace(/\/$/, ''),
      name,
      ...(keyFile ? { keyFile } : {}),
      format: e.OPENUM_MODEL_FORMAT,
      timeoutSeconds: e.OPENUM_MODEL_TIMEOUT_SECONDS,
      retries: e.OPENUM_MODEL_RETRIES,
      atOnce: e.OPENUM_MODEL_AT_ONCE,
      callsPerDay: e.OPENUM_MODEL_CALLS_PER_DAY,
      tokensPerDay: e.OPENUM_MODEL_TOKENS_PER_DAY,
      redaction: e.OPENUM_MODEL_REDACTION,
      takesPart2: e.OPENUM_MODEL_PART2 === '1',
      ...(input && output ? { price: { input: Number(input), output: Number(output) } } : {}),
    },
  };
};
