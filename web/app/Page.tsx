import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

type Props = {
  readonly title: string;
  /** Title of the browser tab when it should say more or less than the heading; never a member's name. */
  readonly tabTitle?: string;
  /** Shown at the right of the heading. */
  readonly actions?: ReactNode;
  /** Shown beside the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A page of the desk: heading, tab title, and the focus on the heading when one comes here from another page. */
export const Page = ({ title, tabTitle, actions, aside, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const held = document.activeElement?.closest('main');
    if (!held) heading.current?.focus({ preventScroll: true });
  }, []);
  const name = tabTitle ?? title;
  useEffect(() => {
    document.title = `${name} – OpenUM`;
  }, [name]);
  return (
    <div className="um-page">
      <Group justify="space-between" gap="sm" className="um-page-head">
        <Group gap="sm">
          <Title order={1} ref={heading} tabIndex={-1} className="um-page-title">
            {title}
          </Title>
          {aside}
        </Group>
        {actions}
      </Group>
      {children}
    </div>
  );
};
