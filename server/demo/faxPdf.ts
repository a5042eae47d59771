/** A page as a fax machine would have sent it: plain lines in a PDF of one page. Letters of ASCII only. */
export const faxPdf = (lines: readonly string[]): Uint8Array => {
  const escaped = lines.map((l) => l.replace(/[\\()]/g, (c) => `\\${c}`));
  const text = `BT /F1 11 Tf 15 TL 60 730 Td ${escaped.map((l) => `(${l}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((o, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${o}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  body += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new TextEncoder().encode(body);
};
