import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readAppealsSearch, readRatesSearch } from '../../appeal/search.ts';
import { readAuditSearch } from '../../audit/search.ts';
import { readRateSearch, readSetSearch } from '../../consistency/search.ts';
import { readLibrarySearch } from '../../criteria/search.ts';
import { readIntakeSearch } from '../../intake/search.ts';
import { readLettersSearch } from '../../letters/tabs.ts';
import { readEditorSearch } from '../../ownCriteria/search.ts';
import { readBoardSearch } from '../../peerToPeer/board.ts';
import { readQueueSearch } from '../../physician/queue.ts';
import { readReadingSearch } from '../../reading/search.ts';
import {
  readCasesSearch,
  readClocksSearch,
  readDashboardSearch,
  readLinesSearch,
  readTalksSearch,
} from '../../report/search.ts';
import { readCensusSearch } from '../../stay/census.ts';
import { readTemplatesSearch } from '../../template/search.ts';
import { readWorkSearch } from '../../workList/filter.ts';
import { onlyFor, shell } from './shell.tsx';

/** The pages of a plan's review desk. */
const desk = createRoute({ getParentRoute: () => shell, id: 'desk', beforeLoad: onlyFor('plan') });

const work = createRoute({
  getParentRoute: () => desk,
  path: '/work',
  validateSearch: readWorkSearch,
  component: lazyRouteComponent(() => import('../../workList/WorkPage.tsx'), 'WorkPage'),
});

const physician = createRoute({
  getParentRoute: () => desk,
  path: '/physician',
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import('../../physician/QueuePage.tsx'), 'QueuePage'),
});

const physicianFile = createRoute({
  getParentRoute: () => desk,
  path: '/physician/file/$userId',
  component: lazyRouteComponent(() => import('../../physician/FilePage.tsx'), 'FilePage'),
});

const physicianPeople = createRoute({
  getParentRoute: () => desk,
  path: '/physician/people',
  component: lazyRouteComponent(() => import('../../physician/PeoplePage.tsx'), 'PeoplePage'),
});

const brief = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$caseId/brief',
  component: lazyRouteComponent(() => import('../../brief/BriefPage.tsx'), 'BriefPage'),
});

const peerToPeer = createRoute({
  getParentRoute: () => desk,
  path: '/peer-to-peer',
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import('../../peerToPeer/BoardPage.tsx'), 'BoardPage'),
});

const appeals = createRoute({
  getParentRoute: () => desk,
  path: '/appeals',
  validateSearch: readAppealsSearch,
  component: lazyRouteComponent(() => import('../../appeal/AppealsPage.tsx'), 'AppealsPage'),
});

const appealRates = createRoute({
  getParentRoute: () => desk,
  path: '/appeals/rates',
  validateSearch: readRatesSearch,
  component: lazyRouteComponent(() => import('../../appeal/RatesPage.tsx'), 'RatesPage'),
});

const reportingLines = createRoute({
  getParentRoute: () => desk,
  path: '/appeals/reporting-lines',
  component: lazyRouteComponent(() => import('../../appeal/ReportingLinesPage.tsx'), 'ReportingLinesPage'),
});

const caseAppeals = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$caseId/appeals',
  validateSearch: (search: Record<string, unknown>): { appeal?: string } =>
    typeof search.appeal === 'string' ? { appeal: search.appeal } : {},
  component: lazyRouteComponent(() => import('../../appeal/CaseAppealsPage.tsx'), 'CaseAppealsPage'),
});

const census = createRoute({
  getParentRoute: () => desk,
  path: '/census',
  validateSearch: readCensusSearch,
  component: lazyRouteComponent(() => import('../../stay/CensusPage.tsx'), 'CensusPage'),
});

const transitions = createRoute({
  getParentRoute: () => desk,
  path: '/transitions',
  validateSearch: (search: Record<string, unknown>): { list?: 'waiting' | 'accepted' | 'mine' } =>
    search.list === 'waiting' || search.list === 'accepted' || search.list === 'mine' ? { list: search.list } : {},
  component: lazyRouteComponent(() => import('../../caseManagement/TransitionsPage.tsx'), 'TransitionsPage'),
});

/** The page reads its case by `useParams({ from: '/shell/desk/cases/$caseId' })`. */
const caseRoute = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$caseId',
  /** `act`: the form that is open at first. */
  validateSearch: (search: Record<string, unknown>): { act?: string } =>
    typeof search.act === 'string' ? { act: search.act } : {},
  component: lazyRouteComponent(() => import('../../case/CasePage.tsx'), 'CasePage'),
});

const reading = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$caseId/read',
  validateSearch: readReadingSearch,
  component: lazyRouteComponent(() => import('../../reading/ReadingPage.tsx'), 'ReadingPage'),
});

const intake = createRoute({
  getParentRoute: () => desk,
  path: '/intake',
  validateSearch: readIntakeSearch,
  component: lazyRouteComponent(() => import('../../intake/IntakePage.tsx'), 'IntakePage'),
});

const arrival = createRoute({
  getParentRoute: () => desk,
  path: '/intake/$messageId',
  component: lazyRouteComponent(() => import('../../intake/ArrivalPage.tsx'), 'ArrivalPage'),
});

const teams = createRoute({
  getParentRoute: () => desk,
  path: '/teams',
  component: lazyRouteComponent(() => import('../../teams/TeamsPage.tsx'), 'TeamsPage'),
});

const dashboard = createRoute({
  getParentRoute: () => desk,
  path: '/dashboard',
  validateSearch: readDashboardSearch,
  component: lazyRouteComponent(() => import('../../dashboard/DashboardPage.tsx'), 'DashboardPage'),
});

const audit = createRoute({
  getParentRoute: () => desk,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('../../audit/AuditPage.tsx'), 'AuditPage'),
});

const auditSample = createRoute({
  getParentRoute: () => desk,
  path: '/audit/$sampleId',
  component: lazyRouteComponent(() => import('../../audit/SamplePage.tsx'), 'SamplePage'),
});

const auditFile = createRoute({
  getParentRoute: () => desk,
  path: '/audit/$sampleId/$position',
  component: lazyRouteComponent(() => import('../../audit/FilePage.tsx'), 'FilePage'),
});

const notifications = createRoute({
  getParentRoute: () => desk,
  path: '/notifications',
  validateSearch: (search: Record<string, unknown>): { show?: 'unread' | 'alarm' | 'news' } =>
    search.show === 'unread' || search.show === 'alarm' || search.show === 'news' ? { show: search.show } : {},
  component: lazyRouteComponent(() => import('../../notification/NotificationsPage.tsx'), 'NotificationsPage'),
});

const reportedCases = createRoute({
  getParentRoute: () => desk,
  path: '/dashboard/cases',
  validateSearch: readCasesSearch,
  component: lazyRouteComponent(() => import('../../report/CasesPage.tsx'), 'CasesPage'),
});

const reportedLines = createRoute({
  getParentRoute: () => desk,
  path: '/dashboard/lines',
  validateSearch: readLinesSearch,
  component: lazyRouteComponent(() => import('../../report/LinesPage.tsx'), 'LinesPage'),
});

const reportedTalks = createRoute({
  getParentRoute: () => desk,
  path: '/dashboard/talks',
  validateSearch: readTalksSearch,
  component: lazyRouteComponent(() => import('../../report/TalksPage.tsx'), 'TalksPage'),
});

const reportedClocks = createRoute({
  getParentRoute: () => desk,
  path: '/dashboard/clocks',
  validateSearch: readClocksSearch,
  component: lazyRouteComponent(() => import('../../report/ClocksPage.tsx'), 'ClocksPage'),
});

const letters = createRoute({
  getParentRoute: () => desk,
  path: '/letters',
  validateSearch: readLettersSearch,
  component: lazyRouteComponent(() => import('../../letters/LettersPage.tsx'), 'LettersPage'),
});

const templates = createRoute({
  getParentRoute: () => desk,
  path: '/templates',
  validateSearch: readTemplatesSearch,
  component: lazyRouteComponent(() => import('../../template/TemplatesPage.tsx'), 'TemplatesPage'),
});

const template = createRoute({
  getParentRoute: () => desk,
  path: '/templates/$templateId',
  component: lazyRouteComponent(() => import('../../template/TemplatePage.tsx'), 'TemplatePage'),
});

const criteria = createRoute({
  getParentRoute: () => desk,
  path: '/criteria',
  validateSearch: readLibrarySearch,
  component: lazyRouteComponent(() => import('../../criteria/LibraryPage.tsx'), 'LibraryPage'),
});

const ownCriteria = createRoute({
  getParentRoute: () => desk,
  path: '/criteria/own/$setId',
  validateSearch: readEditorSearch,
  component: lazyRouteComponent(() => import('../../ownCriteria/OwnCriteriaPage.tsx'), 'OwnCriteriaPage'),
});

const criteriaSet = createRoute({
  getParentRoute: () => desk,
  path: '/criteria/$setId',
  component: lazyRouteComponent(() => import('../../criteria/SetPage.tsx'), 'SetPage'),
});

const dial = createRoute({
  getParentRoute: () => desk,
  path: '/dial',
  component: lazyRouteComponent(() => import('../../dial/DialPage.tsx'), 'DialPage'),
});

const consistency = createRoute({
  getParentRoute: () => desk,
  path: '/consistency',
  component: lazyRouteComponent(() => import('../../consistency/ConsistencyPage.tsx'), 'ConsistencyPage'),
});

const ratingSet = createRoute({
  getParentRoute: () => desk,
  path: '/consistency/$setId',
  validateSearch: readSetSearch,
  component: lazyRouteComponent(() => import('../../consistency/SetPage.tsx'), 'SetPage'),
});

const rate = createRoute({
  getParentRoute: () => desk,
  path: '/consistency/$setId/rate',
  validateSearch: readRateSearch,
  component: lazyRouteComponent(() => import('../../consistency/RatePage.tsx'), 'RatePage'),
});

export const deskRoutes = desk.addChildren([
  work,
  physician,
  physicianFile,
  physicianPeople,
  brief,
  peerToPeer,
  appeals,
  appealRates,
  reportingLines,
  caseAppeals,
  census,
  transitions,
  caseRoute,
  reading,
  intake,
  arrival,
  teams,
  dashboard,
  audit,
  auditSample,
  auditFile,
  notifications,
  reportedCases,
  reportedClocks,
  reportedLines,
  reportedTalks,
  letters,
  templates,
  template,
  criteria,
  criteriaSet,
  ownCriteria,
  dial,
  consistency,
  ratingSet,
  rate,
]);
