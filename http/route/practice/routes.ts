import type { FastifyInstance } from 'fastify';
import type { HttpDeps } from '../../deps.ts';
import { episodeRoutes } from './episode.ts';
import { noteCheckRoutes } from './noteCheck.ts';
import { practiceRegisterRoutes } from './register.ts';

/** Everything under /api/practice. */
export const practiceRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  episodeRoutes(app, deps);
  practiceRegisterRoutes(app, deps);
  noteCheckRoutes(app, deps);
};
