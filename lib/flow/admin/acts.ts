import type { Acts } from '../../model/acts.ts';
import { addMember } from './add-member.ts';
import { listAccounts, type ListAccountsDeps } from './accounts.ts';
import { readCatalog, saveCatalog, type ReadCatalogDeps, type SaveCatalogDeps } from './catalog.ts';
import { askLink, checkConnection, loadNow, type AskDeliveryDeps } from './connection/ask-delivery.ts';
import { saveConnection, type SaveConnectionDeps } from './connection/save-connection.ts';
import { showConnection } from './connection/show-connection.ts';
import { createAccount, type CreateAccountDeps } from './create-account.ts';
import { createSalon, type CreateSalonDeps } from './create-salon.ts';
import { deleteSalon, restoreSalon, type DeleteSalonDeps, type RestoreSalonDeps } from './delete-salon.ts';
import { health, type HealthDeps } from './find/health.ts';
import { listProblems, type ProblemsDeps } from './find/problems.ts';
import { search, type SearchDeps } from './find/search.ts';
import { importRows, type ImportDeps } from './import-rows.ts';
import { hasRecords, type HasRecordsDeps } from './has-records.ts';
import { createJob, type CreateJobDeps } from './jobs/create-job.ts';
import { listJobs, showJob, type ListJobsDeps, type ShowJobDeps } from './jobs/read-jobs.ts';
import { startJob, stopJob, type StartJobDeps, type StopJobDeps } from './jobs/start-job.ts';
import { previewSalon, type PreviewSalonDeps } from './jobs/preview-salon.ts';
import { lastEvents } from './last-events.ts';
import { listAudit, type ListAuditDeps } from './list-audit.ts';
import { listFields, type FieldsDeps } from './list-fields.ts';
import { listContacts, type ListContactsDeps } from './list-contacts.ts';
import { listMembers } from './list-members.ts';
import { listManagers } from './list-managers.ts';
import { listPipelines } from './list-pipelines.ts';
import { listDeals, listRequests, type ListRecordsDeps } from './list-records.ts';
import { listRefused, type ListRefusedDeps } from './list-refused.ts';
import { me } from './me.ts';
import type { ChangeMemberDeps } from './members.ts';
import { listEvents, showEvent, type ListEventsDeps, type ShowEventDeps } from './read-events.ts';
import { listSalons, showSalon, type ListSalonsDeps } from './read-salons.ts';
import { removeMember } from './remove-member.ts';
import { listHooks, rotateHook, type RotateHookDeps } from './rotate-hook.ts';
import { saveAccount, type SaveAccountDeps } from './save-account.ts';
import { saveSalon, type SaveSalonDeps } from './save-salon.ts';
import { showDeal, showRequest, type ShowRecordDeps } from './show-record.ts';
import { removeTest, sendTest, showTest, type TestDeps } from './test-delivery.ts';

export type ActsDeps = Omit<
  ListAccountsDeps &
    CreateAccountDeps &
    SaveAccountDeps &
    ChangeMemberDeps &
    CreateSalonDeps &
    SaveSalonDeps &
    ListSalonsDeps &
    ReadCatalogDeps &
    SaveCatalogDeps &
    ListRecordsDeps &
    ShowRecordDeps &
    ListContactsDeps &
    ListRefusedDeps &
    SaveConnectionDeps &
    AskDeliveryDeps &
    ListEventsDeps &
    ShowEventDeps &
    FieldsDeps &
    DeleteSalonDeps &
    RestoreSalonDeps &
    RotateHookDeps &
    ListAuditDeps &
    HasRecordsDeps &
    SearchDeps &
    ProblemsDeps &
    HealthDeps &
    CreateJobDeps &
    ListJobsDeps &
    ShowJobDeps &
    StartJobDeps &
    StopJobDeps &
    PreviewSalonDeps &
    ImportDeps &
    TestDeps,
  'lastEvents' | 'hasRecords'
>;

/** The act of each route. */
export function actsOf(given: ActsDeps): Acts {
  const deps = { ...given, lastEvents: lastEvents(given), hasRecords: hasRecords(given) };
  return {
    'GET /api/me': me(),
    'GET /api/accounts': listAccounts(deps),
    'POST /api/accounts': createAccount(deps),
    'PUT /api/accounts/{id}': saveAccount(deps),
    'GET /api/members': listMembers(deps),
    'POST /api/members': addMember(deps),
    'DELETE /api/members/{id}': removeMember(deps),
    'GET /api/salons': listSalons(deps),
    'POST /api/salons': createSalon(deps),
    'GET /api/salons/{id}': showSalon(deps),
    'GET /api/salons/{id}/fields': listFields(deps),
    'GET /api/salons/{id}/test': showTest(deps),
    'POST /api/salons/{id}/test': sendTest(deps),
    'DELETE /api/salons/{id}/test': removeTest(deps),
    'POST /api/salons/{id}/import': importRows(deps),
    'GET /api/salons/{id}/hooks': listHooks(deps),
    'POST /api/salons/{id}/rotate-hook': rotateHook(deps),
    'DELETE /api/salons/{id}': deleteSalon(deps),
    'POST /api/salons/{id}/restore': restoreSalon(deps),
    'PUT /api/salons/{id}': saveSalon(deps),
    'POST /api/salons/{id}/preview': previewSalon(deps),
    'GET /api/catalog/campaigns': readCatalog(deps, 'campaigns'),
    'GET /api/catalog/sources': readCatalog(deps, 'sources'),
    'GET /api/catalog/sites': readCatalog(deps, 'sites'),
    'PUT /api/catalog/campaigns': saveCatalog(deps, 'campaigns'),
    'PUT /api/catalog/sources': saveCatalog(deps, 'sources'),
    'PUT /api/catalog/sites': saveCatalog(deps, 'sites'),
    'GET /api/requests': listRequests(deps),
    'GET /api/requests/{id}': showRequest(deps),
    'GET /api/deals': listDeals(deps),
    'GET /api/deals/{id}': showDeal(deps),
    'GET /api/pipelines': listPipelines(deps),
    'GET /api/managers': listManagers(deps),
    'GET /api/contacts': listContacts(deps),
    'GET /api/connection': showConnection(deps),
    'PUT /api/connection': saveConnection(deps),
    'POST /api/deals/{id}/link': askLink(deps),
    'POST /api/connection/check': checkConnection(deps),
    'POST /api/connection/load': loadNow(deps),
    'GET /api/refused': listRefused(deps),
    'GET /api/events': listEvents(deps),
    'GET /api/events/{id}': showEvent(deps),
    'GET /api/audit': listAudit(deps),
    'POST /api/search': search(deps),
    'GET /api/problems': listProblems(deps),
    'GET /api/health': health(deps),
    'GET /api/jobs': listJobs(deps),
    'POST /api/jobs': createJob(deps),
    'GET /api/jobs/{id}': showJob(deps),
    'POST /api/jobs/{id}/start': startJob(deps),
    'POST /api/jobs/{id}/stop': stopJob(deps),
  };
}
