// Bundles what the prelude takes from npm: `npm ci && npm run build` in this folder.
//
// Each package of PACKAGES becomes one CommonJS file of the prelude, `vendor/NAME.js`, with the licences
// of all that went into it beside it, `vendor/NAME.LICENSE`. What a package asks of Node.js it asks of the
// runtime's own modules: such a `require` is left alone, with the prefix `node:`, and the loader of the
// prelude answers it. `process`, which is no global of every Worker, is `vendorGlobals.process` of that
// loader, and `Error.captureStackTrace` is its `captureStackTrace`, which takes no function to begin below:
// the prelude's own are in no stack, and below one that is not there is nothing. A version is changed in package.json; the table in vendor/README.md is written here.
import { build } from 'esbuild';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = join(HERE, '../resources/dev/durascope/runtime/prelude/vendor');
const ROWS = { begin: '<!-- build.mjs writes from here -->', end: '<!-- to here -->' };

/** Name of the file, and what it exports. */
const PACKAGES = {
  disposal:
    "export { default as SuppressedError } from 'core-js-pure/actual/suppressed-error.js';" +
    "export { default as DisposableStack } from 'core-js-pure/actual/disposable-stack';" +
    "export { default as AsyncDisposableStack } from 'core-js-pure/actual/async-disposable-stack';",
  'postal-mime': "export { default as PostalMime } from 'postal-mime';",
  'node-assert':
    "module.exports = { assert: require('assert/'), ...require('assert/build/internal/util/comparisons.js') };",
  'node-fs': "module.exports = require('@jsonjoy.com/fs-node');",
  'node-inspect': "module.exports = require('node-inspect-extracted');",
  'node-path': "export { default as posix } from 'path-unified/posix'; export { default as win32 } from 'path-unified/win32';",
  'node-punycode': "module.exports = require('punycode/');",
  'node-stream': "module.exports = require('readable-stream/lib/ours/browser.js');",
  'node-string-decoder': "module.exports = require('string_decoder/');",
  'node-url': "module.exports = require('url/');",
};

/** Modules that the runtime has, by the names under which packages ask for them. */
const BUILT_IN = /^(node:)?(assert|buffer|events|path|process|punycode|stream|string_decoder|url|util)\/?$/;

function builtIns(file) {
  const own = file.replace('node-', '').replace('-', '_');
  return {
    name: 'modules of the runtime',
    setup(build) {
      build.onResolve({ filter: BUILT_IN }, ({ path, kind, importer }) => {
        const name = path.replace(/^node:|\/$/g, '');
        if (name === own && importer.endsWith('<stdin>')) return null; // the package itself
        return { path: `node:${name}`, external: true };
      });
      build.onResolve({ filter: /^(abort-controller|safe-buffer)$/ }, ({ path }) => ({ path, namespace: 'globals' }));
      build.onLoad({ filter: /.*/, namespace: 'globals' }, ({ path }) => ({
        contents:
          path === 'safe-buffer'
            ? "module.exports = require('node:buffer');"
            : 'module.exports = { AbortController, AbortSignal };',
        resolveDir: HERE,
      }));
    },
  };
}

function packageOf(file) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
  return match && match[1];
}

async function bundle(name, contents) {
  const result = await build({
    stdin: { contents, resolveDir: HERE, sourcefile: '<stdin>' },
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'browser'],
    target: 'es2022',
    metafile: true,
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.NODE_DEBUG': 'undefined',
      process: 'vendorGlobals.process',
      'Error.captureStackTrace': 'vendorGlobals.captureStackTrace',
    },
    plugins: [builtIns(name)],
    outfile: join(TARGET, `${name}.js`),
    absWorkingDir: HERE,
  });
  const folders = new Set(Object.keys(result.metafile.inputs).map((input) => packageOf(join(HERE, input))));
  folders.delete(null);
  const parts = [...folders].sort().map((folder) => {
    const { name: id, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((f) => /^(licen[cs]e|copying)/i.test(f));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '(the package has no licence file)';
    return { id, version, license, text };
  });
  writeFileSync(
    join(TARGET, `${name}.LICENSE`),
    parts.map((p) => `${p.id} ${p.version} (${p.license})\n\n${p.text}\n`).join(`\n${'-'.repeat(80)}\n\n`)
  );
  const licences = [...new Set(parts.map((p) => p.license))].join(', ');
  return `| ${name}.js | ${parts.map((p) => `\`${p.id}@${p.version}\``).join(', ')} | ${licences}, ${name}.LICENSE |`;
}

const rows = [];
for (const [name, contents] of Object.entries(PACKAGES)) rows.push(await bundle(name, contents));
const readme = join(TARGET, 'README.md');
const [before, after] = readFileSync(readme, 'utf8').split(new RegExp(`${ROWS.begin}[^]*${ROWS.end}`));
writeFileSync(readme, [before, after].join(`${ROWS.begin}\n\n| file | from npm | licence |\n|---|---|---|\n${rows.join('\n')}\n\n${ROWS.end}`));
