// Bundles the panel to dist/: one page, one script, one style sheet. `--watch` builds at every save.
import { cp, mkdir, rm } from 'node:fs/promises';
import { context } from 'esbuild';

await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
await cp('src/index.html', 'dist/index.html');
await cp('src/icon.svg', 'dist/icon.svg');

const build = await context({
  entryPoints: [
    { in: 'src/main.tsx', out: 'panel' },
    { in: 'src/panel.css', out: 'panel' },
  ],
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  legalComments: 'inline',
  logLevel: 'warning',
});

if (process.argv.includes('--watch')) {
  await build.watch();
} else {
  await build.rebuild();
  await build.dispose();
}
