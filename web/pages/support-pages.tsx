import { Route, Switch } from 'wouter';
import { NotFound } from '../parts/not-found.tsx';
import { AuditPage } from './audit/audit-page.tsx';
import { ContactPage } from './contacts/contact-page.tsx';
import { ContactsPage } from './contacts/contacts-page.tsx';
import { FieldsPage } from './fields/fields-page.tsx';
import { FindPage } from './find/find-page.tsx';
import { ImportPage } from './import/import-page.tsx';
import { JobPage } from './jobs/job-page.tsx';
import { JobsPage } from './jobs/jobs-page.tsx';
import { JournalPage } from './journal/journal-page.tsx';
import { LinePage } from './journal/line-page.tsx';
import { ManagersPage } from './managers/managers-page.tsx';
import { ProblemsPage } from './problems/problems-page.tsx';

/** Pages about what came and what became of it, which are loaded together. Any other address is of no page. */
export function SupportPages() {
  return (
    <Switch>
      <Route path="/find" component={FindPage} />
      <Route path="/problems" component={ProblemsPage} />
      <Route path="/journal" component={JournalPage} />
      <Route path="/journal/:id">{({ id }) => <LinePage key={id} id={id} />}</Route>
      <Route path="/jobs" component={JobsPage} />
      <Route path="/jobs/:id">{({ id }) => <JobPage key={id} id={id} />}</Route>
      <Route path="/contacts" component={ContactsPage} />
      <Route path="/contacts/:id">{({ id }) => <ContactPage key={id} id={id} />}</Route>
      <Route path="/managers" component={ManagersPage} />
      <Route path="/audit" component={AuditPage} />
      <Route path="/salons/:id/import">{({ id }) => <ImportPage key={id} id={id} />}</Route>
      <Route path="/salons/:id/fields">{({ id }) => <FieldsPage key={id} id={id} />}</Route>
      <Route component={NotFound} />
    </Switch>
  );
}
