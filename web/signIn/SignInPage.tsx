import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { sessionQuery, signIn } from '../api/session.ts';
import { count } from '../app/format.ts';
import { Mark } from '../app/Mark.tsx';

/** Only a path of this site; never `//elsewhere` or a full address. */
const safeNext = (next: string | undefined): string =>
  next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/';

const sentence = (problem: unknown): string => {
  if (!(problem instanceof ApiProblem)) return 'Sign-in failed for a reason this page does not know. Try again.';
  if (problem.code !== 'tooManyRequests') return problem.message;
  const wait = problem.retryAfter ? Math.ceil(problem.retryAfter / 60) : undefined;
  return wait
    ? `Too many attempts. Wait ${count(wait, 'minute')} and try again.`
    : 'Too many attempts. Wait a few minutes and try again.';
};

export const SignInPage = () => {
  const router = useRouter();
  const queryClient = useQueryClient();
  const { next } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);

  useEffect(() => {
    document.title = 'Sign in – OpenUM';
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      const session = await signIn(email.trim(), password);
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      router.history.push(safeNext(next));
    } catch (failure) {
      setProblem(sentence(failure));
      setPassword('');
      setBusy(false);
      passwordField.current?.focus();
    }
  };

  return (
    <main className="um-sign-in">
      <Paper component="form" withBorder p="xl" w="100%" maw={360} onSubmit={submit} aria-labelledby="sign-in-title">
        <Stack gap="md">
          <Mark />
          <div>
            <Title order={1} id="sign-in-title">
              Sign in
            </Title>
            {next && (
              <Text size="sm" c="dimmed" mt={2}>
                You will come back to the page you were on.
              </Text>
            )}
          </div>
          <div role="alert">
            {problem && (
              <Alert color="red" variant="light" icon={<IconAlertCircle aria-hidden />} p="xs">
                {problem}
              </Alert>
            )}
          </div>
          <TextInput
            label="Email"
            type="email"
            name="email"
            autoComplete="username"
            required
            withAsterisk={false}
            data-autofocus
            autoFocus
            value={email}
            onChange={(e) => setEmail(e.currentTarget.value)}
          />
          <PasswordInput
            ref={passwordField}
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(e) => setPassword(e.currentTarget.value)}
          />
          <Button type="submit" size="sm" loading={busy}>
            Sign in
          </Button>
        </Stack>
      </Paper>
    </main>
  );
};
