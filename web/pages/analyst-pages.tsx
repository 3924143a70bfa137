import { Route, Switch } from 'wouter';
import { PipelinesPage } from './pipelines/pipelines-page.tsx';
import { DealsPage } from './records/deals-page.tsx';
import { RequestsPage } from './records/requests-page.tsx';

/** Pages about what is stored, which are loaded together. */
export function AnalystPages() {
  return (
    <Switch>
      <Route path="/requests/:id?">{({ id }) => <RequestsPage id={id} />}</Route>
      <Route path="/deals/:id?">{({ id }) => <DealsPage id={id} />}</Route>
      <Route path="/pipelines" component={PipelinesPage} />
    </Switch>
  );
}
