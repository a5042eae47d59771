import { parentPort } from 'node:worker_threads';
import { type Answer, type Ask, type ThreadFile, UnreadableError } from './protocol.ts';

/** Each format's reader is loaded when the first file of its kind comes. */
const open = async ({ format, bytes, maxPixels }: Extract<Ask, { type: 'open' }>): Promise<ThreadFile> => {
  switch (format) {
    case 'pdf':
      return (await import('./pdf.ts')).pdfFile(bytes, maxPixels);
    case 'image':
    case 'tiff':
      return (await import('./picture.ts')).pictureFile(bytes, maxPixels);
    case 'json':
    case 'xml':
    case 'text': {
      const [{ plainFile }, { jsonText, xmlText }] = await Promise.all([
        import('./plain.ts'),
        import('./structured.ts'),
      ]);
      const text = new TextDecoder().decode(bytes);
      return plainFile(format === 'json' ? jsonText(text) : format === 'xml' ? xmlText(text) : text);
    }
    default: {
      const never: never = format;
      return never;
    }
  }
};

let file: ThreadFile | undefined;

const there = (): ThreadFile => {
  if (!file) throw new UnreadableError('damaged');
  return file;
};

const answer = async (ask: Ask): Promise<Answer> => {
  switch (ask.type) {
    case 'open':
      file = await open(ask);
      return { type: 'opened', pages: file.pages };
    case 'page':
      return { type: 'page', page: await there().page(ask.page) };
    case 'picture': {
      const bytes = await there().picture(ask.page, ask.dots);
      return { type: 'picture', ...(bytes ? { bytes } : {}) };
    }
    case 'close':
      await file?.close();
      file = undefined;
      return { type: 'closed' };
    default: {
      const never: never = ask;
      return never;
    }
  }
};

parentPort?.on('message', async (ask: Ask) => {
  try {
    parentPort?.postMessage(await answer(ask));
  } catch (error) {
    const problem = error instanceof UnreadableError ? error.problem : 'damaged';
    parentPort?.postMessage({ type: 'failed', problem } satisfies Answer);
  }
});
