import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const memoryKiB = 19_456;
const passes = 2;
const parallelism = 1;
const tagLength = 32;

const derive = (password: string, nonce: Buffer, memory: number, rounds: number, lanes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parameters = {
      message: password.normalize('NFKC'),
      nonce,
      memory,
      passes: rounds,
      parallelism: lanes,
      tagLength,
    };
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)));
  });

/** A PHC string: `$argon2id$v=19$m=..,t=..,p=..$salt$tag`. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16);
  const tag = await derive(password, nonce, memoryKiB, passes, parallelism);
  const b64 = (b: Buffer) => b.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${parallelism}$${b64(nonce)}$${b64(tag)}`;
};

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

export const verifyPassword = async (password: string, stored: string): Promise<boolean> => {
  const [, m, t, p, salt, tag] = phc.exec(stored) ?? [];
  if (salt === undefined || tag === undefined) return false;
  const wanted = Buffer.from(tag, 'base64');
  const got = await derive(password, Buffer.from(salt, 'base64'), Number(m), Number(t), Number(p));
  return got.length === wanted.length && timingSafeEqual(got, wanted);
};
