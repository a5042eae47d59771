import type { FastifyInstance } from 'fastify';
import type { HttpDeps } from '../../deps.ts';
import { accessRoutes } from './access.ts';
import { denialRoutes } from './denial.ts';
import { practiceDocumentRoutes } from './document.ts';
import { episodeRoutes } from './episode.ts';
import { fourQuestionsRoutes } from './fourQuestions.ts';
import { importRoutes } from './import.ts';
import { manyRoutes } from './many.ts';
import { noteCheckRoutes } from './noteCheck.ts';
import { packetRoutes } from './packet.ts';
import { payerRoutes } from './payer.ts';
import { payerFileRoutes } from './payerFile.ts';
import { practiceRegisterRoutes } from './register.ts';
import { remittanceRoutes } from './remittance.ts';
import { practiceRequestRoutes } from './request.ts';

/** Everything under /api/practice. */
export const practiceRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  episodeRoutes(app, deps);
  practiceRegisterRoutes(app, deps);
  importRoutes(app, deps);
  payerRoutes(app, deps);
  practiceRequestRoutes(app, deps);
  payerFileRoutes(app, deps);
  remittanceRoutes(app, deps);
  noteCheckRoutes(app, deps);
  fourQuestionsRoutes(app, deps);
  denialRoutes(app, deps);
  accessRoutes(app, deps);
  manyRoutes(app, deps);
  practiceDocumentRoutes(app, deps);
  packetRoutes(app, deps);
};
