import { useState } from 'react';
import type { Body } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { useAct } from '../../parts/cabinet.tsx';
import { Failure } from '../../parts/failure.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Section } from '../../parts/section.tsx';
import { Select } from '../../parts/select.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useUnsaved } from '../../parts/unsaved.ts';
import { isFieldCode } from '../../words/codes.ts';
import { useRoles } from './roles.ts';

type Role = Exclude<Body<'POST /api/members'>['role'], 'operator'>;

const empty = { subject: '', email: '', role: 'viewer' satisfies Role } as const;

export function AddMember() {
  const { faults } = useLateWords();
  const { members } = useLateWords();
  const [draft, setDraft] = useState<{ subject: string; email: string; role: Role }>(empty);
  const roles = useRoles();
  const add = useAct('POST /api/members', ['GET /api/members']);
  useUnsaved(draft.subject !== '' || draft.email !== '');
  const fault = (field: string) => {
    const code = add.error?.fields[field];
    if (code === undefined) return undefined;
    return faults.ofAny[isFieldCode(faults.ofAny, code) ? code : 'invalid'];
  };
  const send = () => {
    const { subject, email, role } = draft;
    const body = { subject, role, ...(email.trim() === '' ? {} : { email }) };
    add.mutate(
      { body },
      {
        onSuccess: () => {
          setDraft(empty);
        },
      },
    );
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!add.isPending) send();
      }}
    >
      <Section title={members.add}>
        <div className="fields fields-three">
          <TextField
            label={members.subject}
            value={draft.subject}
            onChange={(subject) => {
              setDraft({ ...draft, subject });
            }}
            about={members.subjectAbout}
            error={fault('subject')}
            keepsAbout
            code
          />
          <TextField
            label={members.email}
            type="email"
            value={draft.email}
            onChange={(email) => {
              setDraft({ ...draft, email });
            }}
            error={fault('email')}
          />
          <Select
            label={members.role}
            options={roles}
            value={draft.role}
            onChange={(role) => {
              setDraft({ ...draft, role });
            }}
            error={fault('role')}
          />
        </div>
        <Failure error={add.error} />
        <div>
          <Button look="main" type="submit" isDisabled={add.isPending}>
            {members.addButton}
          </Button>
        </div>
      </Section>
    </form>
  );
}
