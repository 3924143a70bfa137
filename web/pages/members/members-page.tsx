import { useAnswer, useCabinet } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { AddMember } from './add-member.tsx';
import { MemberRow } from './member-row.tsx';

/** Who may sign in to the account, and as what. */
export function MembersPage() {
  const { members } = useLateWords();
  const { mayChange } = useCabinet();
  const list = useAnswer('GET /api/members', {}, { on: mayChange });
  return (
    <>
      <PageHead title={members.title} about={members.about} />
      {!mayChange && <p>{members.forbidden}</p>}
      {mayChange && list.isPending && <Skeleton rows={3} height={64} />}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <p>{members.none}</p>}
      {list.isSuccess && list.data.items.length > 0 && (
        <div className="sheet">
          <table className="table table-members" aria-label={members.title}>
            <TableHead
              columns={[members.subject, members.email, { name: members.role, look: 'state' }, members.since]}
              hasActs
            />
            <tbody>
              {list.data.items.map((member) => (
                <MemberRow key={member.subject} member={member} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayChange && !list.isPending && <AddMember />}
    </>
  );
}
