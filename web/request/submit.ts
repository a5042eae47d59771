import type { ProblemBody } from '@openum/http/contract/refusal.ts';
import { ApiProblem } from '../api/client.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Sends the form, telling how much of it has gone (0 to 1). Throws ApiProblem. */
export const submitForm = <Answer>(path: string, body: object, progress: (part: number) => void): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/json');
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-openum', '1');
    request.upload.addEventListener('progress', (e) => {
      if (e.lengthComputable) progress(e.loaded / e.total);
    });
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText);
      if (request.status < 300 && answer !== undefined) resolve(answer as Answer);
      else reject(new ApiProblem(request.status, answer as ProblemBody | undefined));
    });
    request.addEventListener('error', () => reject(new ApiProblem(0, undefined)));
    request.send(JSON.stringify(body));
  });

/** The bytes of a file as the contract carries them. */
export const base64Of = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const chunk = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
};
