import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

const problems = (env: Record<string, string | undefined>): readonly string[] => {
  const config = readConfig(env);
  return 'problems' in config ? config.problems : [];
};

describe('ports for HL7 v2 by MLLP', () => {
  test('are off unless they are named, each with the organization and the system that it speaks for', () => {
    expect(readConfig({})).not.toHaveProperty('mllp');
    expect(readConfig({ OPENUM_MLLP: '2575=plan/lakeside, 2576=plan/ridge' })).toMatchObject({
      mllp: {
        host: '127.0.0.1',
        listeners: [
          { port: 2575, tenantId: 'plan', clientId: 'lakeside' },
          { port: 2576, tenantId: 'plan', clientId: 'ridge' },
        ],
      },
    });
  });

  test.each(['2575', '2575=plan', 'x=plan/a', '70000=plan/a', '2575=plan/a,2575=plan/b'])(
    '%s is refused by the name of the setting',
    (value) => {
      expect(problems({ OPENUM_MLLP: value })).toEqual([expect.stringMatching(/^OPENUM_MLLP/)]);
    },
  );
});

test('the limits of documents are read, and refused by their name', () => {
  expect(readConfig({ OPENUM_DOCUMENT_PAGES: '300', OPENUM_DOCUMENT_MEGABYTES: '20' })).toMatchObject({
    documents: { maxPages: 300, maxBytes: 20 * 1024 * 1024 },
  });
  expect(problems({ OPENUM_DOCUMENT_PAGES: '0' })).toEqual([expect.stringMatching(/^OPENUM_DOCUMENT_PAGES/)]);
});

describe('the configuration', () => {
  test('needs nothing', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: expect.stringMatching(/\/\.openum$/),
      demo: true,
      logLevel: 'warn',
    });
  });

  test('takes an empty variable as one that is not there', () => {
    expect(readConfig({ PORT: '', OPENUM_HOST: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  test('reads every setting', () => {
    expect(
      readConfig({
        PORT: '0',
        OPENUM_HOST: '::1',
        OPENUM_DATA_DIR: '/var/lib/openum',
        DATABASE_URL: 'postgresql://db/openum',
        OPENUM_DEMO: '0',
        OPENUM_BASE_URL: 'https://um.example.org/',
        OPENUM_SMTP_URL: 'smtps://um:secret@mail.example.org',
        OPENUM_MAIL_FROM: 'um@plan.example',
        OPENUM_FAX_ADDRESS: '{number}@fax.example',
        OPENUM_LOG: 'debug',
        HOME: '/root',
      }),
    ).toEqual({
      port: 0,
      host: '::1',
      dataDir: '/var/lib/openum',
      databaseUrl: 'postgresql://db/openum',
      demo: false,
      baseUrl: 'https://um.example.org',
      mail: {
        url: 'smtps://um:secret@mail.example.org',
        from: 'um@plan.example',
        faxPattern: '{number}@fax.example',
      },
      logLevel: 'debug',
    });
  });

  test('wants a sender with a mail server, and a mail server with a sender', () => {
    expect(problems({ OPENUM_SMTP_URL: 'smtp://mail' })).toEqual([
      'OPENUM_MAIL_FROM: mail needs an address to come from',
    ]);
    expect(problems({ OPENUM_FAX_ADDRESS: '{number}@fax.example' })).toEqual([
      'OPENUM_SMTP_URL: without it nothing can be sent',
    ]);
  });

  test('lists every problem at once, each by the name of its variable', () => {
    const found = problems({
      PORT: 'http',
      DATABASE_URL: 'mysql://db',
      OPENUM_DEMO: 'yes',
      OPENUM_BASE_URL: 'ftp://um',
      OPENUM_LOG: 'loud',
      OPENUM_DATABASE: 'x',
      OPENUM_PROT: '1',
    });
    expect(found.map((p) => p.split(':')[0]).toSorted()).toEqual([
      'DATABASE_URL',
      'OPENUM_BASE_URL',
      'OPENUM_DATABASE',
      'OPENUM_DEMO',
      'OPENUM_LOG',
      'OPENUM_PROT',
      'PORT',
    ]);
    expect(found).toContain('DATABASE_URL: must begin with postgres:// or postgresql://');
    expect(found).toContain('OPENUM_PROT: there is no such setting');
  });

  test.each(['-1', '65536', '80.5', 'NaN', '80 80', 'http'])('takes no port %j', (port) => {
    expect(problems({ PORT: port })).toHaveLength(1);
  });

  test('never repeats a value, which may be a secret', () => {
    const secret = 'hunter2';
    const found = problems({
      PORT: secret,
      DATABASE_URL: `mysql://user:${secret}@db`,
      OPENUM_DEMO: secret,
      OPENUM_BASE_URL: secret,
      OPENUM_LOG: secret,
      OPENUM_PASSWORD: secret,
    });
    expect(found).toHaveLength(6);
    expect(found.join('\n')).not.toContain(secret);
  });
});
