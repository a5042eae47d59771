import type { FastifyReply } from 'fastify';

/** Types that a browser may show inside the page; anything else is handed over as a file. */
const shown = /^(application\/pdf|image\/(png|jpeg|gif|webp)|text\/plain|application\/(fhir\+)?json)\b/;

/** Shown as its text: as XML a browser could be led to run something by it. */
const markup = /^(text|application)\/(cda\+)?xml\b/;

/** Documents come from outside: they may not run anything, frame anything or be taken for another type. */
export const sendFile = (
  reply: FastifyReply,
  file: { readonly contentType: string; readonly bytes: Uint8Array; readonly name: string },
) => {
  const contentType = markup.test(file.contentType) ? 'text/plain; charset=utf-8' : file.contentType;
  const inline = shown.test(contentType);
  const name = file.name.replace(/[^\w.-]+/g, '_').slice(0, 80);
  return reply
    .header('content-type', inline ? contentType : 'application/octet-stream')
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename="${name}"`)
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; object-src 'self'; frame-ancestors 'self'",
    )
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(file.bytes));
};

/** A letter as it was issued, on paper or for the screen. */
export const sendLetter = (
  reply: FastifyReply,
  letter: { readonly pdf: Uint8Array; readonly html: string },
  noticeId: string,
  format: 'pdf' | 'html',
) =>
  format === 'pdf'
    ? sendFile(reply, { contentType: 'application/pdf', bytes: letter.pdf, name: `notice-${noticeId}.pdf` })
    : reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
        .header('cache-control', 'private, no-store')
        .send(letter.html);
