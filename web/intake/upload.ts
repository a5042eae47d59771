import type { UploadAnswer } from '@openum/http/contract/intake.ts';
import type { ProblemBody } from '@openum/http/contract/refusal.ts';
import { ApiProblem } from '../api/client.ts';

type About = {
  readonly channel: 'fax' | 'mail';
  readonly receivedAt: string | undefined;
  readonly senderName: string;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Sends a file to intake, telling how much of it has gone (0 to 1). Throws ApiProblem. */
export const uploadArrival = (file: File, about: About, progress: (part: number) => void): Promise<UploadAnswer> =>
  new Promise((resolve, reject) => {
    const query = new URLSearchParams({ channel: about.channel });
    if (about.receivedAt) query.set('receivedAt', about.receivedAt);
    if (about.senderName) query.set('senderName', about.senderName);
    const request = new XMLHttpRequest();
    request.open('POST', `/api/intake/uploads?${query}`);
    request.setRequestHeader('content-type', file.type);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-openum', '1');
    request.upload.addEventListener('progress', (e) => {
      if (e.lengthComputable) progress(e.loaded / e.total);
    });
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText);
      if (request.status < 300 && answer !== undefined) resolve(answer as UploadAnswer);
      else reject(new ApiProblem(request.status, answer as ProblemBody | undefined));
    });
    request.addEventListener('error', () => reject(new ApiProblem(0, undefined)));
    request.send(file);
  });
