import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { SessionView } from '@openum/http/contract/session.ts';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { readAdmissionSearch } from '../admission/search.ts';
import { sessionQuery } from '../api/session.ts';
import { readAppealsSearch, readRatesSearch } from '../appeal/search.ts';
import { readAuditSearch } from '../audit/search.ts';
import { readLibrarySearch } from '../criteria/search.ts';
import { readIntakeSearch } from '../intake/search.ts';
import { readLettersSearch } from '../letters/tabs.ts';
import { readBoardSearch } from '../peerToPeer/board.ts';
import { readQueueSearch } from '../physician/queue.ts';
import { readRequestsSearch } from '../portal/search.ts';
import { readBoardSearch as readPracticeBoardSearch } from '../practice/board/search.ts';
import { readFourQuestionsSearch } from '../practice/fourQuestions/search.ts';
import { readNoteCheckSearch } from '../practice/noteCheck/search.ts';
import { readCasesSearch, readClocksSearch, readDashboardSearch } from '../report/search.ts';
import { readEntrySearch } from '../request/entrySearch.ts';
import { SignInPage } from '../signIn/SignInPage.tsx';
import { readCensusSearch } from '../stay/census.ts';
import { readTemplatesSearch } from '../template/search.ts';
import { readWorkSearch } from '../workList/filter.ts';
import { startPage, type TenantKind } from './nav.ts';
import { Shell } from './Shell.tsx';
import { NotFound, PageError, Unreachable } from './states.tsx';
import { rolesShown } from './workingRole.ts';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: () => (
    <main>
      <NotFound />
    </main>
  ),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === 'string' ? { next: search.next } : {},
  component: SignInPage,
});

/** For clinicians without an account; the token is their way in. */
const guest = createRoute({
  getParentRoute: () => root,
  path: '/p2p/$token',
  component: lazyRouteComponent(() => import('../peerToPeer/GuestPage.tsx'), 'GuestPage'),
});

/** Everything that only signed-in people see. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    return { session };
  },
  component: Shell,
  errorComponent: Unreachable,
});

const startOf = ({ user, tenant }: SessionView) => startPage({ kind: tenant.kind, roles: rolesShown(user) });

/** The desk is the plan's, the portal the practices'; an address of the other leads to the own start page. */
const only = (kind: TenantKind, session: SessionView): void => {
  if (session.tenant.kind !== kind) throw redirect({ to: startOf(session), search: {} });
};

const start = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: startOf(context.session), search: {} });
  },
});

const work = createRoute({
  getParentRoute: () => shell,
  path: '/work',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readWorkSearch,
  component: lazyRouteComponent(() => import('../workList/WorkPage.tsx'), 'WorkPage'),
});

const physician = createRoute({
  getParentRoute: () => shell,
  path: '/physician',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import('../physician/QueuePage.tsx'), 'QueuePage'),
});

const physicianFile = createRoute({
  getParentRoute: () => shell,
  path: '/physician/file/$userId',
  beforeLoad: ({ context }) => only('plan', context.session),
  component: lazyRouteComponent(() => import('../physician/FilePage.tsx'), 'FilePage'),
});

const physicianPeople = createRoute({
  getParentRoute: () => shell,
  path: '/physician/people',
  beforeLoad: ({ context }) => only('plan', context.session),
  component: lazyRouteComponent(() => import('../physician/PeoplePage.tsx'), 'PeoplePage'),
});

const brief = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$caseId/brief',
  beforeLoad: ({ context }) => only('plan', context.session),
  component: lazyRouteComponent(() => import('../brief/BriefPage.tsx'), 'BriefPage'),
});

const peerToPeer = createRoute({
  getParentRoute: () => shell,
  path: '/peer-to-peer',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import('../peerToPeer/BoardPage.tsx'), 'BoardPage'),
});

const appeals = createRoute({
  getParentRoute: () => shell,
  path: '/appeals',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readAppealsSearch,
  component: lazyRouteComponent(() => import('../appeal/AppealsPage.tsx'), 'AppealsPage'),
});

const appealRates = createRoute({
  getParentRoute: () => shell,
  path: '/appeals/rates',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readRatesSearch,
  component: lazyRouteComponent(() => import('../appeal/RatesPage.tsx'), 'RatesPage'),
});

const reportingLines = createRoute({
  getParentRoute: () => shell,
  path: '/appeals/reporting-lines',
  beforeLoad: ({ context }) => only('plan', context.session),
  component: lazyRouteComponent(() => import('../appeal/ReportingLinesPage.tsx'), 'ReportingLinesPage'),
});

const caseAppeals = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$caseId/appeals',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: (search: Record<string, unknown>): { appeal?: string } =>
    typeof search.appeal === 'string' ? { appeal: search.appeal } : {},
  component: lazyRouteComponent(() => import('../appeal/CaseAppealsPage.tsx'), 'CaseAppealsPage'),
});

const census = createRoute({
  getParentRoute: () => shell,
  path: '/census',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readCensusSearch,
  component: lazyRouteComponent(() => import('../stay/CensusPage.tsx'), 'CensusPage'),
});

const transitions = createRoute({
  getParentRoute: () => shell,
  path: '/transitions',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: (search: Record<string, unknown>): { list?: 'waiting' | 'accepted' | 'mine' } =>
    search.list === 'waiting' || search.list === 'accepted' || search.list === 'mine' ? { list: search.list } : {},
  component: lazyRouteComponent(() => import('../caseManagement/TransitionsPage.tsx'), 'TransitionsPage'),
});

/** The page reads its case by `useParams({ from: '/shell/cases/$caseId' })`. */
const caseRoute = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$caseId',
  beforeLoad: ({ context }) => only('plan', context.session),
  component: lazyRouteComponent(() => import('../case/CasePage.tsx'), 'CasePage'),
});

const requests = createRoute({
  getParentRoute: () => shell,
  path: '/requests',
  beforeLoad: ({ context }) => only('practice', context.session),
  validateSearch: readRequestsSearch,
  component: lazyRouteComponent(() => import('../portal/RequestsPage.tsx'), 'RequestsPage'),
});

const request = createRoute({
  getParentRoute: () => shell,
  path: '/requests/$caseId',
  beforeLoad: ({ context }) => only('practice', context.session),
  component: lazyRouteComponent(() => import('../portal/RequestPage.tsx'), 'RequestPage'),
});

const noteCheck = createRoute({
  getParentRoute: () => shell,
  path: '/practice/note-check',
  beforeLoad: ({ context }) => only('practice', context.session),
  validateSearch: readNoteCheckSearch,
  component: lazyRouteComponent(() => import('../practice/noteCheck/NoteCheckPage.tsx'), 'NoteCheckPage'),
});

const intake = createRoute({
  getParentRoute: () => shell,
  path: '/intake',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readIntakeSearch,
  component: lazyRouteComponent(() => import('../intake/IntakePage.tsx'), 'IntakePage'),
});

const arrival = createRoute({
  getParentRoute: () => shell,
  path: '/intake/$messageId',
  beforeLoad: ({ context }) => only('plan', context.session),
  component: lazyRouteComponent(() => import('../intake/ArrivalPage.tsx'), 'ArrivalPage'),
});

const teams = createRoute({
  getParentRoute: () => shell,
  path: '/teams',
  beforeLoad: ({ context }) => only('plan', context.session),
  component: lazyRouteComponent(() => import('../teams/TeamsPage.tsx'), 'TeamsPage'),
});

const admission = createRoute({
  getParentRoute: () => shell,
  path: '/admission',
  validateSearch: readAdmissionSearch,
  component: lazyRouteComponent(() => import('../admission/AdmissionPage.tsx'), 'AdmissionPage'),
});

const newRequest = createRoute({
  getParentRoute: () => shell,
  path: '/new-request',
  validateSearch: readEntrySearch,
  component: lazyRouteComponent(() => import('../request/NewRequestPage.tsx'), 'NewRequestPage'),
});

const dashboard = createRoute({
  getParentRoute: () => shell,
  path: '/dashboard',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readDashboardSearch,
  component: lazyRouteComponent(() => import('../dashboard/DashboardPage.tsx'), 'DashboardPage'),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('../audit/AuditPage.tsx'), 'AuditPage'),
});

const auditSample = createRoute({
  getParentRoute: () => shell,
  path: '/audit/$sampleId',
  beforeLoad: ({ context }) => only('plan', context.session),
  component: lazyRouteComponent(() => import('../audit/SamplePage.tsx'), 'SamplePage'),
});

const auditFile = createRoute({
  getParentRoute: () => shell,
  path: '/audit/$sampleId/$position',
  beforeLoad: ({ context }) => only('plan', context.session),
  component: lazyRouteComponent(() => import('../audit/FilePage.tsx'), 'FilePage'),
});

const notifications = createRoute({
  getParentRoute: () => shell,
  path: '/notifications',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: (search: Record<string, unknown>): { show?: 'unread' | 'alarm' | 'news' } =>
    search.show === 'unread' || search.show === 'alarm' || search.show === 'news' ? { show: search.show } : {},
  component: lazyRouteComponent(() => import('../notification/NotificationsPage.tsx'), 'NotificationsPage'),
});

const reportedCases = createRoute({
  getParentRoute: () => shell,
  path: '/dashboard/cases',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readCasesSearch,
  component: lazyRouteComponent(() => import('../report/CasesPage.tsx'), 'CasesPage'),
});

const reportedClocks = createRoute({
  getParentRoute: () => shell,
  path: '/dashboard/clocks',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readClocksSearch,
  component: lazyRouteComponent(() => import('../report/ClocksPage.tsx'), 'ClocksPage'),
});

const letters = createRoute({
  getParentRoute: () => shell,
  path: '/letters',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readLettersSearch,
  component: lazyRouteComponent(() => import('../letters/LettersPage.tsx'), 'LettersPage'),
});

const templates = createRoute({
  getParentRoute: () => shell,
  path: '/templates',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readTemplatesSearch,
  component: lazyRouteComponent(() => import('../template/TemplatesPage.tsx'), 'TemplatesPage'),
});

const template = createRoute({
  getParentRoute: () => shell,
  path: '/templates/$templateId',
  beforeLoad: ({ context }) => only('plan', context.session),
  component: lazyRouteComponent(() => import('../template/TemplatePage.tsx'), 'TemplatePage'),
});

const practiceBoard = createRoute({
  getParentRoute: () => shell,
  path: '/practice/board',
  beforeLoad: ({ context }) => only('practice', context.session),
  validateSearch: readPracticeBoardSearch,
  component: lazyRouteComponent(() => import('../practice/board/BoardPage.tsx'), 'BoardPage'),
});

const episode = createRoute({
  getParentRoute: () => shell,
  path: '/practice/episodes/$episodeId',
  beforeLoad: ({ context }) => only('practice', context.session),
  component: lazyRouteComponent(() => import('../practice/episode/EpisodePage.tsx'), 'EpisodePage'),
});

const practiceTasks = createRoute({
  getParentRoute: () => shell,
  path: '/practice/tasks',
  beforeLoad: ({ context }) => only('practice', context.session),
  component: lazyRouteComponent(() => import('../practice/task/TasksPage.tsx'), 'TasksPage'),
});

const practiceTalks = createRoute({
  getParentRoute: () => shell,
  path: '/practice/talks',
  beforeLoad: ({ context }) => only('practice', context.session),
  component: lazyRouteComponent(() => import('../practice/talk/TalksPage.tsx'), 'TalksPage'),
});

const practicePayers = createRoute({
  getParentRoute: () => shell,
  path: '/practice/payers',
  beforeLoad: ({ context }) => only('practice', context.session),
  component: lazyRouteComponent(() => import('../practice/payer/PayersPage.tsx'), 'PayersPage'),
});

const practicePayer = createRoute({
  getParentRoute: () => shell,
  path: '/practice/payers/$payerId',
  beforeLoad: ({ context }) => only('practice', context.session),
  component: lazyRouteComponent(() => import('../practice/payer/PayerPage.tsx'), 'PayerPage'),
});

const episodeRequests = createRoute({
  getParentRoute: () => shell,
  path: '/practice/episodes/$episodeId/requests',
  beforeLoad: ({ context }) => only('practice', context.session),
  component: lazyRouteComponent(() => import('../practice/request/RequestsPage.tsx'), 'EpisodeRequestsPage'),
});

const attendance = createRoute({
  getParentRoute: () => shell,
  path: '/practice/attendance',
  beforeLoad: ({ context }) => only('practice', context.session),
  validateSearch: (search: Record<string, unknown>): { on?: string } =>
    typeof search.on === 'string' && isCalendarDateText(search.on) ? { on: search.on } : {},
  component: lazyRouteComponent(() => import('../practice/attendance/AttendancePage.tsx'), 'AttendancePage'),
});

const denials = createRoute({
  getParentRoute: () => shell,
  path: '/practice/denials',
  beforeLoad: ({ context }) => only('practice', context.session),
  component: lazyRouteComponent(() => import('../practice/denial/DenialsPage.tsx'), 'DenialsPage'),
});

const fourQuestions = createRoute({
  getParentRoute: () => shell,
  path: '/practice/four-questions',
  beforeLoad: ({ context }) => only('practice', context.session),
  validateSearch: readFourQuestionsSearch,
  component: lazyRouteComponent(() => import('../practice/fourQuestions/FourQuestionsPage.tsx'), 'FourQuestionsPage'),
});

const admit = createRoute({
  getParentRoute: () => shell,
  path: '/practice/admit',
  beforeLoad: ({ context }) => only('practice', context.session),
  component: lazyRouteComponent(() => import('../practice/admission/AdmitPage.tsx'), 'AdmitPage'),
});

const criteria = createRoute({
  getParentRoute: () => shell,
  path: '/criteria',
  beforeLoad: ({ context }) => only('plan', context.session),
  validateSearch: readLibrarySearch,
  component: lazyRouteComponent(() => import('../criteria/LibraryPage.tsx'), 'LibraryPage'),
});

const criteriaSet = createRoute({
  getParentRoute: () => shell,
  path: '/criteria/$setId',
  beforeLoad: ({ context }) => only('plan', context.session),
  component: lazyRouteComponent(() => import('../criteria/SetPage.tsx'), 'SetPage'),
});

const practiceImport = createRoute({
  getParentRoute: () => shell,
  path: '/practice/import',
  beforeLoad: ({ context }) => only('practice', context.session),
  component: lazyRouteComponent(() => import('../practice/import/ImportPage.tsx'), 'ImportPage'),
});

const practiceRegister = createRoute({
  getParentRoute: () => shell,
  path: '/practice/register',
  beforeLoad: ({ context }) => only('practice', context.session),
  component: lazyRouteComponent(() => import('../practice/register/RegisterPage.tsx'), 'RegisterPage'),
});

/** Plain `?a=b` pairs: an address can be read, shared and typed. */
const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

const stringifySearch = (search: Record<string, unknown>): string => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) if (typeof value === 'string' && value) params.set(key, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

export const makeRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([
      signIn,
      guest,
      shell.addChildren([
        practiceBoard,
        practiceTasks,
        practiceTalks,
        practicePayers,
        practicePayer,
        episodeRequests,
        episode,
        attendance,
        admit,
        practiceImport,
        practiceRegister,
        fourQuestions,
        denials,
        teams,
        intake,
        arrival,
        start,
        dashboard,
        reportedCases,
        reportedClocks,
        audit,
        auditSample,
        auditFile,
        notifications,
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
        letters,
        templates,
        template,
        criteria,
        criteriaSet,
        caseRoute,
        requests,
        request,
        noteCheck,
        admission,
        newRequest,
      ]),
    ]),
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
    parseSearch,
    stringifySearch,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
