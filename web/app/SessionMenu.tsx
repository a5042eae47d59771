import {
  Button,
  type MantineColorScheme,
  NativeSelect,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core';
import type { Role } from '@openum/domain/actor/actor.ts';
import { IconChevronDown, IconLogout } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sessionQuery, signOut, useSession } from '../api/session.ts';
import { roleWord } from './words.ts';
import { chooseRole, useWorkingRole } from './workingRole.ts';

const schemes: { value: MantineColorScheme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'Auto' },
];

const initials = (name: string): string => {
  const words = name.replace(/,.*$/, '').split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
};

/** Who is signed in and where, the colour scheme, and the way out. */
export const SessionMenu = () => {
  const { view } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const queryClient = useQueryClient();
  const navigate = useNavigate();

  const leave = async () => {
    await signOut();
    await navigate({ to: '/sign-in', search: {} });
    queryClient.clear();
    queryClient.setQueryData(sessionQuery.queryKey, null);
  };
  const working = useWorkingRole(view.user);
  const workAs = (role: Role | undefined) => {
    chooseRole(view.user.userId, role);
    void navigate({ to: '/' });
  };
  const roles = (working === undefined ? view.user.roles : [working]).map((r) => roleWord[r]).join(', ');

  return (
    <Popover position="bottom-end" width={250} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <UnstyledButton className="um-session">
          <span className="um-initials" aria-hidden>
            {initials(view.user.name)}
          </span>
          <span className="um-session-text">
            <Text component="span" size="sm" fw={560}>
              {view.user.name}
            </Text>
            <Text component="span" size="xs" c="dimmed">
              {view.tenant.name} · {roles}
            </Text>
          </span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label="Account">
        <Stack gap="sm">
          <div>
            <Text size="sm" fw={600}>
              {view.user.name}
            </Text>
            <Text size="xs">{view.user.email}</Text>
            <Text size="xs" c="dimmed">
              {view.tenant.name} · {roles}
            </Text>
          </div>
          {view.user.roles.length > 1 && (
            <NativeSelect
              label="Working as"
              description="Arranges the pages; your rights stay those of all your roles"
              size="xs"
              value={working ?? ''}
              data={[
                { value: '', label: 'All my roles' },
                ...view.user.roles.map((r) => ({ value: r, label: roleWord[r] })),
              ]}
              onChange={(e) => workAs(view.user.roles.find((r) => r === e.currentTarget.value))}
            />
          )}
          <div>
            <Text size="xs" c="dimmed" mb={4} id="um-scheme">
              Appearance
            </Text>
            <SegmentedControl
              aria-labelledby="um-scheme"
              size="xs"
              fullWidth
              data={schemes}
              value={colorScheme}
              onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
            />
          </div>
          <Button variant="default" leftSection={<IconLogout size={15} aria-hidden />} onClick={leave} data-autofocus>
            Sign out
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
