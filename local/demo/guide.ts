import { readdirSync } from 'node:fs';
import type { Demo } from './demo.ts';

const folder = 'samples';

/** What a newcomer needs, as text: addresses and lines to paste. */
export function guide(demo: Demo, dataDir: string): string {
  const { url, salon, people, comagic } = demo;
  return `
The stack is running: data and logs in ${dataDir}, the same as below for machines in ${dataDir}/demo.json. Ctrl-C stops it.

  Page         ${url}
${Object.entries(people)
  .map(([role, { login, password }]) => `               ${role.padEnd(9)} name ${login.padEnd(9)} password ${password}`)
  .join('\n')}

  API          ${url}
  Webhook URL  ${salon.webhookUrl}
  Salon token  ${salon.token}
  CoMagic      ${comagic.url} (a stand-in: it shows what was sent there)

An access token of the demo account's admin (an hour; into $TOKEN):

  TOKEN=$(${tokenCurl(demo)} | sed -E 's/.*"access_token":"([^"]+)".*/\\1/')

Deliveries of ProfSalon:

${samples()
  .map((name) => `  ${sampleCurl(name, salon)}`)
  .join('\n')}

What became of them (the samples are of March 2026):

  ${apiCurl(`${url}/api/requests?from=2026-03-01&to=2026-04-01`)}
  ${apiCurl(`${url}/api/deals?from=2026-03-01&to=2026-04-01&hidden=true`)}
  ${apiCurl(`${url}/api/events`)}
`;
}

function tokenCurl({ tokenUrl, clientId, clientSecret }: Demo): string {
  return `curl -sS ${tokenUrl} -d grant_type=client_credentials -d client_id=${clientId} -d client_secret=${clientSecret}`;
}

function apiCurl(url: string): string {
  return `curl -sS -H "Authorization: Bearer $TOKEN" '${url}'`;
}

function samples(): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(json|form)$/.test(name))
    .sort();
}

/** A form carries the token in its body, in the place of SALON_TOKEN; JSON leaves it to a header. */
function sampleCurl(name: string, { webhookUrl, token }: Demo['salon']): string {
  const file = `${folder}/${name}`;
  return name.endsWith('.form')
    ? `sed 's/SALON_TOKEN/${token}/' ${file} | curl -sS ${webhookUrl} --data-binary @-`
    : `curl -sS ${webhookUrl} -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' --data-binary @${file}`;
}
