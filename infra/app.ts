import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { environmentName, settingsOf } from './environments.ts';
import { ConnectorStack } from './stack.ts';

/** What `cdk` runs. Which environment is missing or unfinished, it says without a stack trace. */
function main(): void {
  const app = new App();
  const environment = environmentName(app.node.tryGetContext('env'));
  const settings = settingsOf(environment);
  new ConnectorStack(app, { environment, settings, defaultAccount: process.env['CDK_DEFAULT_ACCOUNT'] });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The stack cannot be made.'}\n`);
  process.exit(1);
}
