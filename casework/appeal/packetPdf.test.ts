import { instant } from '@openum/domain/time/instant.ts';
import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { bindPacket } from './packetPdf.ts';

const packet = {
  ...{ title: 'Appeal file AP-1', subtitle: 'Prairie Health Plan', at: instant('2026-11-20T16:00:00Z'), sections: [] },
  parts: [
    { label: 'D1', title: 'Note', contentType: 'text/plain', bytes: new TextEncoder().encode('Seen in the clinic.') },
  ],
};

const pagesOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const pdf = await getDocumentProxy(bytes);
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const { items } = await (await pdf.getPage(at + 1)).getTextContent();
      return items.map((i) => ('str' in i ? i.str : '')).join(' ');
    }),
  );
};

test('a file with protected records carries the statement on every page, and any other file carries none', async () => {
  const statement = 'These records must not be passed on.';
  const carried = await pagesOf(await bindPacket({ ...packet, statement }));
  expect(carried).toHaveLength(2);
  for (const page of carried) expect(page).toContain(statement);
  expect((await pagesOf(await bindPacket(packet))).join()).not.toContain(statement);
});
