import { Group, Kbd, Modal, Switch, Table, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useSingleKeys } from './keys.ts';

const shortcuts: readonly { readonly title: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      ['Ctrl K', 'Find a member, case, authorization, appeal or provider'],
      ['g w', 'Go to the work list'],
      ['g p', 'Go to the physician queue'],
      ['g t', 'Go to the peer-to-peers (talks)'],
      ['g d', 'Go to the dashboard'],
      ['g q', 'Go to the audit (quality)'],
      ['g i', 'Go to the intake'],
      ['g c', 'Go to the census'],
      ['g a', 'Go to the appeals'],
      ['g n', 'Go to the notifications'],
      ['?', 'This help'],
    ],
  },
  {
    title: 'On a list',
    keys: [
      ['↑ ↓', 'Move between cases'],
      ['Enter', 'Open the case'],
      ['Space', 'Select the case'],
      ['c', 'Claim the case'],
      ['n', 'Claim and open the next case'],
      ['/', 'Filter the list by text'],
    ],
  },
  {
    title: 'On the physician queue',
    keys: [
      ['n', 'Open the brief of the next case'],
      ['j k', 'Walk the cases'],
      ['t', 'Take the open case'],
      ['h', 'Hand the open case over'],
      ['Esc', 'Close the brief'],
    ],
  },
  {
    title: 'On a case',
    keys: [
      ['a', 'Approve'],
      ['i', 'Request information'],
      ['r', 'Refer to a physician'],
      ['d', 'Decide as a physician'],
      ['p', 'Offer a peer-to-peer'],
      ['c', 'Claim'],
      ['m', 'Add a note'],
      ['j k', 'Walk the leaves of the criteria'],
      ['u', 'Next unknown leaf'],
      ['f', 'Add a fact for the leaf'],
      ['o', 'Open the next document'],
      ['l', 'Read: the documents beside the criteria'],
      ['n', 'Next case'],
      ['Ctrl Enter', 'Send what is written'],
      ['Esc', 'Close a panel; the text is kept'],
    ],
  },
  {
    title: 'Reading a case',
    keys: [
      ['u U', 'Next, previous unknown point of the criteria'],
      ['j k', 'Next, previous point'],
      ['e E', 'Next, previous evidence of the point'],
      ['y', 'Take the suggestion that is shown'],
      ['x', 'Reject the suggestion that is shown'],
      ['f', 'Record a fact from the marked words'],
      ['[ ]', 'Previous, next page'],
      ['+ -', 'Page larger, smaller'],
      ['0', 'Page as wide as there is room'],
      ['PgDn PgUp', 'Read on, read back'],
      ['o', 'Open the next document'],
      ['c', 'Next change'],
      ['b', 'Back to the case'],
    ],
  },
];

const Keys = ({ text }: { readonly text: string }) =>
  text.split(' ').map((key, i) => (
    <Fragment key={key}>
      {i > 0 && ' '}
      <Kbd>{key}</Kbd>
    </Fragment>
  ));

export const KeyboardHelp = ({ opened, close }: { readonly opened: boolean; readonly close: () => void }) => {
  const [singleKeys, setSingleKeys] = useSingleKeys();
  return (
    <Modal opened={opened} onClose={close} size="md" withCloseButton={false}>
      <Group justify="space-between" mb="sm">
        <Modal.Title fw={620}>Keyboard</Modal.Title>
        <Modal.CloseButton aria-label="Close" />
      </Group>
      {shortcuts.map(({ title, keys }) => (
        <Table key={title} verticalSpacing={4} mb="md" withRowBorders={false}>
          <Table.Caption className="um-keys-caption">{title}</Table.Caption>
          <Table.Tbody>
            {keys.map(([key, does]) => (
              <Table.Tr key={key}>
                <Table.Th w={110} scope="row">
                  <Keys text={key} />
                </Table.Th>
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ))}
      <Switch
        label="Single-key shortcuts"
        checked={singleKeys}
        onChange={(e) => setSingleKeys(e.currentTarget.checked)}
      />
      <Text size="xs" c="dimmed" mt={4}>
        Turn off if keys are pressed by accident, for example with speech input. Ctrl K always works.
      </Text>
    </Modal>
  );
};
