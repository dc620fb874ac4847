/**
 * Takes the JSON schema of wrangler's configuration out of wrangler's npm package, and puts it among
 * the resources: for projects that have no wrangler installed, whose own would come first.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const VERSION = '4.164.0';

const target = join(
  import.meta.dirname,
  '../target/wrangler-schema/dev/durascope/languageserver/schema/wrangler-config.json',
);

if (!existsSync(target) || JSON.parse(readFileSync(target, 'utf8')).$comment !== comment()) {
  const folder = mkdtempSync(join(tmpdir(), 'wrangler-schema-'));
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['pack', `wrangler@${VERSION}`, '--silent', '--prefer-offline', '--pack-destination', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    const [tarball] = readdirSync(folder);
    execFileSync('tar', ['-xzf', tarball, 'package/config-schema.json'], { cwd: folder });
    const schema = JSON.parse(readFileSync(join(folder, 'package/config-schema.json'), 'utf8'), lean);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify({ $comment: comment(), ...schema }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function comment() {
  return `wrangler ${VERSION}`;
}

/** Every description is there twice, once as Markdown. */
function lean(key, value) {
  return key === 'description' && 'markdownDescription' in this ? undefined : value;
}
