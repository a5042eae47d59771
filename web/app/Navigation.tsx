import { Stack, Text } from '@mantine/core';
import {
  IconAddressBook,
  IconAdjustments,
  IconArrowsDiff,
  IconBed,
  IconBuildingBank,
  IconBuildingCommunity,
  IconBuildingHospital,
  IconCalendarCheck,
  IconChecklist,
  IconClipboardList,
  IconFileImport,
  IconFilePlus,
  IconFiles,
  IconGavel,
  IconHeartHandshake,
  IconId,
  IconInbox,
  IconKey,
  IconLayoutBoard,
  IconLayoutDashboard,
  IconListCheck,
  IconListDetails,
  IconMail,
  IconPhoneCall,
  IconReceiptOff,
  IconReportSearch,
  IconScale,
  IconSparkles,
  IconStethoscope,
  IconTargetArrow,
  IconTemplate,
  IconTextScan2,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useIncompleteVisits } from '../admission/total.ts';
import { useSession } from '../api/session.ts';
import { useIntakeTotal } from '../intake/total.ts';
import { useAskedCount } from '../portal/queries.ts';
import { usePracticeWaiting } from '../practice/waiting.ts';
import { useListTotal } from '../workList/counts.ts';
import { type NavPage, navPages, pageClosed, pageOffered } from './nav.ts';
import { useWorkingRole } from './workingRole.ts';

const pages: Record<NavPage, { readonly label: string; readonly Icon: typeof IconListDetails }> = {
  '/dashboard': { label: 'Dashboard', Icon: IconLayoutDashboard },
  '/audit': { label: 'Audit', Icon: IconReportSearch },
  '/work': { label: 'Work list', Icon: IconListDetails },
  '/physician': { label: 'Physician queue', Icon: IconStethoscope },
  '/peer-to-peer': { label: 'Peer-to-peer', Icon: IconPhoneCall },
  '/appeals': { label: 'Appeals', Icon: IconGavel },
  '/census': { label: 'Census', Icon: IconBed },
  '/admission': { label: 'Admissions', Icon: IconBuildingHospital },
  '/transitions': { label: 'Transitions', Icon: IconHeartHandshake },
  '/letters': { label: 'Letters', Icon: IconMail },
  '/templates': { label: 'Templates', Icon: IconTemplate },
  '/practice/many': { label: 'All practices', Icon: IconBuildingCommunity },
  '/practice/arrivals': { label: 'Arrivals', Icon: IconInbox },
  '/practice/access': { label: 'Access of others', Icon: IconKey },
  '/practice/board': { label: 'UR board', Icon: IconLayoutBoard },
  '/practice/attendance': { label: 'Attendance', Icon: IconCalendarCheck },
  '/practice/census-check': { label: 'Census check', Icon: IconArrowsDiff },
  '/practice/tasks': { label: 'Tasks', Icon: IconChecklist },
  '/practice/talks': { label: 'Peer-to-peer', Icon: IconPhoneCall },
  '/practice/payers': { label: 'Payers', Icon: IconBuildingBank },
  '/practice/import': { label: 'Import', Icon: IconFileImport },
  '/practice/register': { label: 'Register', Icon: IconAddressBook },
  '/practice/admit': { label: 'Admit a patient', Icon: IconUserPlus },
  '/practice/denials': { label: 'Denials', Icon: IconReceiptOff },
  '/practice/files': { label: 'Files', Icon: IconFiles },
  '/practice/benefits': { label: 'Benefits', Icon: IconId },
  '/practice/four-questions': { label: 'Four questions', Icon: IconTargetArrow },
  '/dial': { label: 'Automatic approval', Icon: IconAdjustments },
  '/consistency': { label: 'Consistency', Icon: IconScale },
  '/criteria': { label: 'Criteria', Icon: IconListCheck },
  '/model': { label: 'Model', Icon: IconSparkles },
  '/requests': { label: 'My requests', Icon: IconClipboardList },
  '/intake': { label: 'Intake', Icon: IconInbox },
  '/teams': { label: 'Teams and routing', Icon: IconUsersGroup },
  '/new-request': { label: 'New request', Icon: IconFilePlus },
  '/practice/note-check': { label: 'Note check', Icon: IconTextScan2 },
};

/** What the number beside a page counts, where it is not open cases. */
const countWord: Readonly<Partial<Record<NavPage, string>>> = {
  '/requests': ' wait for your answer',
  '/intake': ' arrivals to do',
  '/admission': ' visits to complete',
  '/practice/files': ' files want somebody',
  '/practice/arrivals': ' messages to settle',
};

export const Navigation = () => {
  const { view } = useSession();
  const working = useWorkingRole(view.user);
  const visitor = { kind: view.tenant.kind, roles: working === undefined ? view.user.roles : [working] };
  const closed = (page: NavPage) => pageClosed(page, visitor);
  const atDesk = (page: NavPage) => visitor.kind === 'plan' && closed(page) === undefined;
  const asked = useAskedCount(visitor.kind === 'practice' && !view.home && closed('/requests') === undefined);
  const waiting = usePracticeWaiting(visitor.kind === 'practice' && closed('/practice/board') === undefined);
  const counts: Record<NavPage, number | undefined> = {
    '/dashboard': undefined,
    '/audit': undefined,
    '/work': useListTotal({ queue: 'clinical' }, atDesk('/work')),
    '/physician': useListTotal({ queue: 'physician' }, atDesk('/physician')),
    '/peer-to-peer': undefined,
    '/appeals': undefined,
    '/census': undefined,
    '/admission': useIncompleteVisits(atDesk('/admission')) || undefined,
    '/transitions': undefined,
    '/letters': undefined,
    '/templates': undefined,
    '/criteria': undefined,
    '/model': undefined,
    '/consistency': undefined,
    '/dial': undefined,
    '/practice/many': undefined,
    '/practice/access': undefined,
    '/practice/arrivals': waiting.arrivals || undefined,
    '/practice/board': undefined,
    '/practice/attendance': undefined,
    '/practice/census-check': undefined,
    '/practice/tasks': undefined,
    '/practice/talks': undefined,
    '/practice/payers': undefined,
    '/practice/admit': undefined,
    '/practice/import': undefined,
    '/practice/register': undefined,
    '/practice/denials': undefined,
    '/practice/files': waiting.files || undefined,
    '/practice/benefits': undefined,
    '/practice/four-questions': undefined,
    '/requests': asked || undefined,
    '/intake': useIntakeTotal(atDesk('/intake')),
    '/teams': undefined,
    '/new-request': undefined,
    '/practice/note-check': undefined,
  };
  const all = navPages(visitor.kind).filter((page) => pageOffered(page, view));
  const closedPages = all.flatMap((page) => {
    const why = closed(page);
    return why === undefined ? [] : [{ page, why }];
  });
  return (
    <Stack gap={2} p="xs">
      {all
        .filter((page) => closed(page) === undefined)
        .map((page) => {
          const { label, Icon } = pages[page];
          const total = counts[page];
          return (
            <Link key={page} to={page} search={{}} className="um-nav" activeOptions={{ includeSearch: false }}>
              <Icon size={18} aria-hidden stroke={1.6} />
              <span>{label}</span>
              {total !== undefined && (
                <span className="um-nav-count">
                  {total > 99 ? '99+' : total}
                  <span className="um-hidden">{countWord[page] ?? ' open cases'}</span>
                </span>
              )}
            </Link>
          );
        })}
      {closedPages.length > 0 && (
        <details className="um-nav-closed">
          <summary>Pages of other roles</summary>
          <ul>
            {closedPages.map(({ page, why }) => (
              <li key={page}>
                {pages[page].label}
                <Text component="span" display="block" size="xs" c="dimmed">
                  {why}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  );
};
