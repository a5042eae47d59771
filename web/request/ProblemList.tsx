import { Alert, Anchor } from '@mantine/core';
import type { FieldProblem } from './form.ts';
import { fieldId } from './parts.ts';

/** What keeps a form from being sent; each line leads to its field. */
export const ProblemList = ({ problems }: { readonly problems: readonly FieldProblem[] }) =>
  problems.length === 0 ? null : (
    <Alert
      color="red"
      role="alert"
      title={problems.length === 1 ? 'One thing is missing' : `${problems.length} things are missing`}
    >
      <ul style={{ margin: 0, paddingInlineStart: '1.125rem' }}>
        {problems.map((p) => (
          <li key={p.path + p.message}>
            <Anchor
              href={`#${fieldId(p.path)}`}
              onClick={(e) => {
                e.preventDefault();
                document.getElementById(fieldId(p.path))?.focus();
              }}
            >
              {p.message}
            </Anchor>
          </li>
        ))}
      </ul>
    </Alert>
  );
