import { join } from 'node:path';
import { now } from '../../lib/runtime/clock.ts';
import { nothingHeld, type Held } from '../comagic/held.ts';
import { readHeld, writeHeld } from '../comagic/held-file.ts';
import { startStandIn, type StandInServer } from '../comagic/server.ts';
import { standIn } from '../comagic/stand-in.ts';
import { demoCatalog } from './catalog.ts';

/** The stand-in of CoMagic that the demo account is connected to: it knows the demo's catalog and one key, and keeps what it got. */
export function startDemoComagic(dataDir: string, accessKey: string): Promise<StandInServer> {
  const file = join(dataDir, 'comagic.json');
  const held = readHeld(file) ?? demoHeld();
  const remote = standIn({ now, held });
  remote.access.keys = new Map([[accessKey, 'valid']]);
  return startStandIn(remote, () => {
    writeHeld(file, held);
  });
}

function demoHeld(): Held {
  const held = nothingHeld();
  for (const { id, domainName } of demoCatalog.sites) held.sites.set(Number(id), domainName);
  for (const { id, name, state } of demoCatalog.sources) held.sources.set(Number(id), { name, state });
  for (const { id, name, status, siteId } of demoCatalog.campaigns) {
    held.campaigns.set(Number(id), { name, status, ...(siteId === undefined ? {} : { siteId: Number(siteId) }) });
  }
  // The visits that the samples name.
  held.sessions.set(14783260762, '2026-03-14 12:02:11');
  held.sessions.set(14783260801, '2026-03-18 08:41:30');
  return held;
}
