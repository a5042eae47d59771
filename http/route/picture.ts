import type { PagePicture } from '@openum/casework/port/pagePictures.ts';
import type { FastifyReply } from 'fastify';
import { problem } from '../problem/problem.ts';
import { sendFile } from './file.ts';

/** A page as it looks; nothing for a page of text; the reason where it could not be drawn. */
export const sendPicture = (reply: FastifyReply, page: number, picture: PagePicture | 'none') => {
  if (picture === 'none') return reply.code(204).send();
  if ('problem' in picture)
    throw problem(422, 'pageNotDrawn', 'This page cannot be shown as it looks. The file is kept as it came.', {
      facts: { problem: picture.problem },
    });
  return sendFile(reply, { contentType: 'image/webp', bytes: picture.bytes, name: `page-${page}.webp` });
};
