import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/client.ts';

type EmptyProps = { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode };

/** Nothing to show, and what to do next. */
export const EmptyState = ({ title, children, action }: EmptyProps) => (
  <Stack align="center" gap="xs" py="xl" px="md" ta="center">
    <Text fw={600}>{title}</Text>
    {children && (
      <Text size="sm" c="dimmed" maw={460}>
        {children}
      </Text>
    )}
    {action}
  </Stack>
);

/** A part of a page that could not be fetched. */
export const FailedState = ({ error, retry }: { readonly error: unknown; readonly retry: () => void }) => (
  <div role="alert">
    <EmptyState
      title="This could not be loaded"
      action={
        <Button variant="default" leftSection={<IconRefresh size={14} aria-hidden />} onClick={retry}>
          Try again
        </Button>
      }
    >
      {error instanceof ApiProblem ? error.message : 'Something went wrong on this page.'}
    </EmptyState>
  </div>
);

/** Grey lines where rows will be. */
export const LoadingRows = ({ rows = 10, label }: { readonly rows?: number; readonly label: string }) => (
  <Stack gap={0} role="status" aria-label={label}>
    {Array.from({ length: rows }, (_, i) => (
      <Group key={i} h={40} px="sm" gap="md" wrap="nowrap">
        <Skeleton h={10} w={90} />
        <Skeleton h={10} w={120} />
        <Skeleton h={10} w={160} />
        <Skeleton h={10} flex={1} />
      </Group>
    ))}
  </Stack>
);

/** Stands in for a page that failed. */
export const PageError = ({ error, reset }: { readonly error: unknown; readonly reset: () => void }) => {
  const router = useRouter();
  return (
    <FailedState
      error={error}
      retry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
};

/** Stands in for everything while it is not even known who is signed in. */
export const Unreachable = ({ error }: { readonly error: unknown }) => (
  <main>
    <title>No connection – OpenUM</title>
    <Title order={1} ta="center" mt={72}>
      OpenUM cannot be reached
    </Title>
    <FailedState error={error} retry={() => window.location.reload()} />
  </main>
);

export const NotFound = () => (
  <Stack align="center" gap="xs" py={96} px="md" ta="center">
    <title>Not found – OpenUM</title>
    <Title order={1}>There is no such page</Title>
    <Text c="dimmed" maw={420}>
      The address may be mistyped, or the page may have moved. Nothing was lost.
    </Text>
    <Button component="a" href="/" variant="default">
      Go to your start page
    </Button>
  </Stack>
);
