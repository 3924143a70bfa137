import { writeFileSync } from 'node:fs';
import { GetRoleCommand, IAMClient, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';

const iam = new IAMClient({});

/** Runs something as a function's role: the clients that are made in it. The role trusts Lambda alone, so meanwhile this account as well. */
export async function asRole<T>(RoleName: string, run: () => Promise<T>): Promise<T> {
  const { Arn = '', AssumeRolePolicyDocument = '' } = (await iam.send(new GetRoleCommand({ RoleName }))).Role ?? {};
  const own = decodeURIComponent(AssumeRolePolicyDocument);
  const trust = (PolicyDocument: string) => iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }));
  await trust(withAccount(own, Arn.split(':')[4] ?? ''));
  const leave = enter(RoleName, Arn);
  try {
    return await run();
  } finally {
    leave();
    await trust(own);
  }
}

function withAccount(policy: string, account: string): string {
  const { Statement, ...rest } = JSON.parse(policy) as { Statement: unknown[] };
  const Principal = { AWS: `arn:aws:iam::${account}:root` };
  return JSON.stringify({
    ...rest,
    Statement: [...Statement, { Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
  });
}

/** Puts a profile that assumes the role in the place of this process's own keys; answers how to give them back. */
function enter(name: string, role: string): () => void {
  // One of its own: the SDK reads a file of profiles once.
  const profiles = `.local/deploy/${name}.ini`;
  const { AWS_ACCESS_KEY_ID: id = '', AWS_SECRET_ACCESS_KEY: secret = '' } = process.env;
  const engine = `[profile engine]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`;
  writeFileSync(profiles, `${engine}[profile role]\nrole_arn = ${role}\nsource_profile = engine\n`, { mode: 0o600 });
  Object.assign(process.env, { AWS_CONFIG_FILE: profiles, AWS_PROFILE: 'role' });
  delete process.env['AWS_ACCESS_KEY_ID'];
  delete process.env['AWS_SECRET_ACCESS_KEY'];
  return () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret });
    delete process.env['AWS_PROFILE'];
    delete process.env['AWS_CONFIG_FILE'];
  };
}
