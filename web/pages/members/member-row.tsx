import { useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { useAct, useCabinet } from '../../parts/cabinet.tsx';
import { Chip } from '../../parts/chip.tsx';
import { DangerDialog } from '../../parts/danger-dialog.tsx';
import { useFormat } from '../../parts/format.ts';
import { Icon } from '../../parts/icons.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Select } from '../../parts/select.tsx';
import { useFailure } from '../../parts/states.tsx';
import { useRoles } from './roles.ts';

type Member = Answer<'GET /api/members'>['items'][number];

export function MemberRow({ member }: { member: Member }) {
  const { members } = useLateWords();
  const { me } = useCabinet();
  const format = useFormat();
  const roles = useRoles();
  const failure = useFailure();
  const save = useAct('POST /api/members', ['GET /api/members']);
  const { subject, email, role, createdAt } = member;
  return (
    <tr>
      <th scope="row">
        <code>{subject}</code> {subject === me.subject && <Chip tone="calm">{members.you}</Chip>}
      </th>
      <td data-label={members.email}>{email ?? <span className="soft">—</span>}</td>
      <td data-label={members.role}>
        <Select
          label={members.roleOf(subject)}
          bare
          options={roles}
          value={save.isPending ? (save.variables.body?.role ?? role) : role}
          onChange={(chosen) => {
            if (chosen !== role) save.mutate({ body: { subject, role: chosen } });
          }}
          error={save.isError ? failure(save.error) : undefined}
        />
      </td>
      <td data-label={members.since}>{format.date(createdAt)}</td>
      <td className="act">
        <RemoveMember subject={subject} who={email ?? subject} />
      </td>
    </tr>
  );
}

function RemoveMember({ subject, who }: { subject: string; who: string }) {
  const { members } = useLateWords();
  const [asked, setAsked] = useState(false);
  const remove = useAct('DELETE /api/members/{id}', ['GET /api/members']);
  const close = () => {
    setAsked(false);
    remove.reset();
  };
  return (
    <>
      <Button
        look="quiet"
        icon
        aria-label={`${members.remove}: ${who}`}
        onPress={() => {
          setAsked(true);
        }}
      >
        <Icon name="trash" />
      </Button>
      <DangerDialog
        title={members.removeTitle(who)}
        about={members.removeAbout}
        does={members.remove}
        isOpen={asked}
        onClose={close}
        onDo={() => {
          remove.mutate({ id: subject }, { onSuccess: close });
        }}
        isPending={remove.isPending}
        error={remove.error}
      />
    </>
  );
}
