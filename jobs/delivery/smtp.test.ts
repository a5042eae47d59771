import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { createSmtpMailer } from './smtp.ts';

const undo: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** A mail server on this machine that keeps what it takes. */
const mailServer = async (answer?: { readonly code: number; readonly text: string }) => {
  const taken: { readonly to: readonly string[]; readonly text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) =>
      done(answer ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        taken.push({
          to: session.envelope.rcptTo.map((r) => r.address),
          text: Buffer.concat(parts).toString('utf8'),
        });
        done(null, 'kept as 42');
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  undo.push(() => new Promise<void>((ended) => server.close(() => ended())));
  return { url: `smtp://127.0.0.1:${port}`, taken };
};

const mailer = (url: string, more = {}) => {
  const made = createSmtpMailer({ url, from: 'um@plan.example', ...more });
  undo.push(() => made.close());
  return made;
};

const mail = { mailId: 'delivery-1', to: 'ana@home.example', subject: 'You have a letter', text: 'Please sign in.' };

describe('a mail over SMTP', () => {
  test('is taken with the words of the server as evidence', async () => {
    const { url, taken } = await mailServer();
    const outcome = await mailer(url).send({
      ...mail,
      attachments: [
        { filename: 'letter.pdf', contentType: 'application/pdf', bytes: new Uint8Array([37, 80, 68, 70]) },
      ],
    });
    expect(outcome).toMatchObject({ kind: 'accepted', response: expect.stringContaining('kept as 42') });
    expect(taken[0]?.to).toEqual(['ana@home.example']);
    expect(taken[0]?.text).toContain('filename=letter.pdf');
  });

  test('keeps its message id from try to try', async () => {
    const { url, taken } = await mailServer();
    const { send } = mailer(url);
    await send(mail);
    await send(mail);
    expect(taken.map((t) => /Message-ID: (.*)/i.exec(t.text)?.[1]?.trim())).toEqual([
      '<delivery-1@openum>',
      '<delivery-1@openum>',
    ]);
  });

  test('to an address that the server does not know is refused for good, without the address in the reason', async () => {
    const { url } = await mailServer({ code: 550, text: 'no ana@home.example here' });
    expect(await mailer(url).send(mail)).toEqual({ kind: 'refused', reason: 'the server answered 550' });
  });

  test('is to be tried again when the server is busy or away', async () => {
    const { url } = await mailServer({ code: 451, text: 'later' });
    expect(await mailer(url).send(mail)).toMatchObject({ kind: 'unavailable' });
    expect(await mailer('smtp://127.0.0.1:1').send(mail)).toMatchObject({ kind: 'unavailable' });
  });
});

test('a fax goes to the address of its gateway, by the digits of the number', () => {
  expect(mailer('smtp://127.0.0.1:1', { faxPattern: '{number}@fax.example' }).faxAddress?.('(217) 555-0142')).toBe(
    '2175550142@fax.example',
  );
  expect(mailer('smtp://127.0.0.1:1').faxAddress).toBeUndefined();
});
