import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';

/**
 * After an install: the Node that package-lock.json pins is the one that npm scripts run on (docs/adr/0020). npm 11 links it by
 * itself; npm 10 takes the link away when it leaves out the packages of other platforms, which have a bin of that name too.
 */
const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const installed = Object.keys(optionalDependencies).find((name) => existsSync(`node_modules/${name}`));

if (installed === undefined) {
  process.stderr.write('npm has installed no Node 24 for this machine: npm scripts run on the one that is here.\n');
} else if (process.platform === 'win32') {
  writeFileSync('node_modules/.bin/node.cmd', `@"%~dp0..\\${installed}\\bin\\node.exe" %*\r\n`);
} else if (!existsSync('node_modules/.bin/node')) {
  symlinkSync(`../${installed}/bin/node`, 'node_modules/.bin/node');
}
