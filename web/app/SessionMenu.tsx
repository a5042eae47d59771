import { Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconDeviceDesktop, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sessionQuery, signOut, useSession } from '../api/session.ts';
import { roleWord } from './words.ts';

const schemes = [
  { value: 'light', label: 'Light', Icon: IconSun },
  { value: 'dark', label: 'Dark', Icon: IconMoon },
  { value: 'auto', label: 'Like the system', Icon: IconDeviceDesktop },
] as const;

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
  const roles = view.user.roles.map((r) => roleWord[r]).join(', ');

  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
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
      </Menu.Target>
      <Menu.Dropdown>
        <div className="um-session-card">
          <Text size="sm" fw={600}>
            {view.user.name}
          </Text>
          <Text size="xs">{view.user.email}</Text>
          <Text size="xs" c="dimmed">
            {view.tenant.name} · {roles}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Label id="um-scheme">Appearance</Menu.Label>
        {schemes.map(({ value, label, Icon }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            leftSection={<Icon size={15} aria-hidden />}
            rightSection={colorScheme === value ? <span aria-hidden>✓</span> : undefined}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} aria-hidden />} onClick={leave}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
