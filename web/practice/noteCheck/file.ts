import { longestNote } from '@openum/domain/noteCheck/check.ts';

/** The text of a note file; a PDF is taken apart in this browser and goes nowhere. Throws a sentence for the person. */
export const textOfFile = async (file: File): Promise<string> => {
  if (file.size > 20 * 1024 * 1024) throw new Error('The file is larger than 20 MB.');
  const isPdf = file.type === 'application/pdf' || /\.pdf$/i.test(file.name);
  if (!isPdf && !/^text\//.test(file.type) && !/\.(txt|md)$/i.test(file.name))
    throw new Error('A note can be a PDF or a plain text file.');
  const text = isPdf ? await pdfText(file) : await file.text();
  if (text.trim() === '') throw new Error('The file has no text in it; a scan has to be typed or pasted.');
  if (text.length > longestNote) throw new Error(`The note is longer than ${longestNote} characters.`);
  return text;
};

const pdfText = async (file: File): Promise<string> => {
  const { extractTextItems, getDocumentProxy } = await import('unpdf');
  try {
    const { items } = await extractTextItems(await getDocumentProxy(new Uint8Array(await file.arrayBuffer())));
    return items.map((page) => page.map((i) => i.str + (i.hasEOL ? '\n' : '')).join('')).join('\n\n');
  } catch (cause) {
    throw new Error('The PDF cannot be read; it may be locked or damaged.', { cause });
  }
};
