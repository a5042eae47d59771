import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readRequestsSearch } from '../../portal/search.ts';
import { readBoardSearch as readPracticeBoardSearch } from '../../practice/board/search.ts';
import { readCensusSearch } from '../../practice/census/search.ts';
import { readDenialSearch } from '../../practice/denial/search.ts';
import { readDocumentSearch } from '../../practice/document/search.ts';
import { readFourQuestionsSearch } from '../../practice/fourQuestions/search.ts';
import { readManySearch } from '../../practice/many/search.ts';
import { readNoteCheckSearch } from '../../practice/noteCheck/search.ts';
import { readFileSearch } from '../../practice/payerFile/search.ts';
import { readRequestKind } from '../../practice/request/begin.ts';
import { onlyFor, shell } from './shell.tsx';

/** The pages of a practice: its portal to a plan, and its own desk. */
const practice = createRoute({ getParentRoute: () => shell, id: 'practice', beforeLoad: onlyFor('practice') });

const requests = createRoute({
  getParentRoute: () => practice,
  path: '/requests',
  validateSearch: readRequestsSearch,
  component: lazyRouteComponent(() => import('../../portal/RequestsPage.tsx'), 'RequestsPage'),
});

const request = createRoute({
  getParentRoute: () => practice,
  path: '/requests/$caseId',
  component: lazyRouteComponent(() => import('../../portal/RequestPage.tsx'), 'RequestPage'),
});

const noteCheck = createRoute({
  getParentRoute: () => practice,
  path: '/practice/note-check',
  validateSearch: readNoteCheckSearch,
  component: lazyRouteComponent(() => import('../../practice/noteCheck/NoteCheckPage.tsx'), 'NoteCheckPage'),
});

const many = createRoute({
  getParentRoute: () => practice,
  path: '/practice/many',
  validateSearch: readManySearch,
  component: lazyRouteComponent(() => import('../../practice/many/ManyPage.tsx'), 'ManyPage'),
});

const arrivals = createRoute({
  getParentRoute: () => practice,
  path: '/practice/arrivals',
  component: lazyRouteComponent(() => import('../../practice/arrival/ArrivalsPage.tsx'), 'ArrivalsPage'),
});

const census = createRoute({
  getParentRoute: () => practice,
  path: '/practice/census-check',
  validateSearch: readCensusSearch,
  component: lazyRouteComponent(() => import('../../practice/census/CensusPage.tsx'), 'CensusPage'),
});

const access = createRoute({
  getParentRoute: () => practice,
  path: '/practice/access',
  component: lazyRouteComponent(() => import('../../practice/access/AccessPage.tsx'), 'AccessPage'),
});

const files = createRoute({
  getParentRoute: () => practice,
  path: '/practice/files',
  validateSearch: readFileSearch,
  component: lazyRouteComponent(() => import('../../practice/payerFile/FilesPage.tsx'), 'FilesPage'),
});

const benefits = createRoute({
  getParentRoute: () => practice,
  path: '/practice/episodes/$episodeId/benefits',
  component: lazyRouteComponent(() => import('../../practice/benefits/BenefitsPage.tsx'), 'BenefitsPage'),
});

const benefitList = createRoute({
  getParentRoute: () => practice,
  path: '/practice/benefits',
  component: lazyRouteComponent(() => import('../../practice/benefits/BenefitListPage.tsx'), 'BenefitListPage'),
});

const payerFile = createRoute({
  getParentRoute: () => practice,
  path: '/practice/files/$fileId',
  component: lazyRouteComponent(() => import('../../practice/payerFile/FilePage.tsx'), 'FilePage'),
});

const practiceBoard = createRoute({
  getParentRoute: () => practice,
  path: '/practice/board',
  validateSearch: readPracticeBoardSearch,
  component: lazyRouteComponent(() => import('../../practice/board/BoardPage.tsx'), 'BoardPage'),
});

const episode = createRoute({
  getParentRoute: () => practice,
  path: '/practice/episodes/$episodeId',
  component: lazyRouteComponent(() => import('../../practice/episode/EpisodePage.tsx'), 'EpisodePage'),
});

const episodeDocument = createRoute({
  getParentRoute: () => practice,
  path: '/practice/episodes/$episodeId/documents/$documentId',
  validateSearch: readDocumentSearch,
  component: lazyRouteComponent(() => import('../../practice/document/DocumentPage.tsx'), 'DocumentPage'),
});

const denialLetter = createRoute({
  getParentRoute: () => practice,
  path: '/practice/episodes/$episodeId/documents/$documentId/denial',
  component: lazyRouteComponent(() => import('../../practice/denialLetter/DenialLetterPage.tsx'), 'DenialLetterPage'),
});

const appeal = createRoute({
  getParentRoute: () => practice,
  path: '/practice/episodes/$episodeId/denials/$denialId/appeal',
  validateSearch: (search: Record<string, unknown>): { criteria?: string } =>
    typeof search.criteria === 'string' && search.criteria !== '' ? { criteria: search.criteria } : {},
  component: lazyRouteComponent(() => import('../../practice/appeal/AppealPage.tsx'), 'AppealPage'),
});

const practiceTasks = createRoute({
  getParentRoute: () => practice,
  path: '/practice/tasks',
  component: lazyRouteComponent(() => import('../../practice/task/TasksPage.tsx'), 'TasksPage'),
});

const practiceTalks = createRoute({
  getParentRoute: () => practice,
  path: '/practice/talks',
  component: lazyRouteComponent(() => import('../../practice/talk/TalksPage.tsx'), 'TalksPage'),
});

const practicePayers = createRoute({
  getParentRoute: () => practice,
  path: '/practice/payers',
  component: lazyRouteComponent(() => import('../../practice/payer/PayersPage.tsx'), 'PayersPage'),
});

const practicePayer = createRoute({
  getParentRoute: () => practice,
  path: '/practice/payers/$payerId',
  component: lazyRouteComponent(() => import('../../practice/payer/PayerPage.tsx'), 'PayerPage'),
});

const episodeRequests = createRoute({
  getParentRoute: () => practice,
  path: '/practice/episodes/$episodeId/requests',
  validateSearch: readRequestKind,
  component: lazyRouteComponent(() => import('../../practice/request/RequestsPage.tsx'), 'EpisodeRequestsPage'),
});

const attendance = createRoute({
  getParentRoute: () => practice,
  path: '/practice/attendance',
  validateSearch: (search: Record<string, unknown>): { on?: string } =>
    typeof search.on === 'string' && isCalendarDateText(search.on) ? { on: search.on } : {},
  component: lazyRouteComponent(() => import('../../practice/attendance/AttendancePage.tsx'), 'AttendancePage'),
});

const denials = createRoute({
  getParentRoute: () => practice,
  path: '/practice/denials',
  validateSearch: readDenialSearch,
  component: lazyRouteComponent(() => import('../../practice/denial/DenialsPage.tsx'), 'DenialsPage'),
});

const fourQuestions = createRoute({
  getParentRoute: () => practice,
  path: '/practice/four-questions',
  validateSearch: readFourQuestionsSearch,
  component: lazyRouteComponent(
    () => import('../../practice/fourQuestions/FourQuestionsPage.tsx'),
    'FourQuestionsPage',
  ),
});

const admit = createRoute({
  getParentRoute: () => practice,
  path: '/practice/admit',
  component: lazyRouteComponent(() => import('../../practice/admission/AdmitPage.tsx'), 'AdmitPage'),
});

const practiceImport = createRoute({
  getParentRoute: () => practice,
  path: '/practice/import',
  component: lazyRouteComponent(() => import('../../practice/import/ImportPage.tsx'), 'ImportPage'),
});

const practiceRegister = createRoute({
  getParentRoute: () => practice,
  path: '/practice/register',
  component: lazyRouteComponent(() => import('../../practice/register/RegisterPage.tsx'), 'RegisterPage'),
});

export const practiceRoutes = practice.addChildren([
  requests,
  request,
  noteCheck,
  many,
  census,
  access,
  arrivals,
  files,
  payerFile,
  benefitList,
  benefits,
  practiceBoard,
  episode,
  episodeDocument,
  denialLetter,
  appeal,
  practiceTasks,
  practiceTalks,
  practicePayers,
  practicePayer,
  episodeRequests,
  attendance,
  denials,
  fourQuestions,
  admit,
  practiceImport,
  practiceRegister,
]);
