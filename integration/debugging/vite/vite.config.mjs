import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

/**
 * Builds the Worker and its configuration, and leads `wrangler dev` to these, as Cloudflare's plugin
 * for Vite does. The map leaves out what the sources say.
 */
export default defineConfig({
  logLevel: 'error',
  oxc: { jsx: { runtime: 'classic', pragma: 'h' } },
  plugins: [
    {
      name: 'worker-configuration',
      writeBundle({ dir }) {
        const configuration = {
          name: 'vited',
          main: 'index.js',
          no_bundle: true,
          compatibility_date: '2026-05-01',
          durable_objects: { bindings: [{ name: 'PAGES', class_name: 'Page' }] },
          migrations: [{ tag: 'v1', new_sqlite_classes: ['Page'] }],
        };
        writeFileSync(join(dir, 'wrangler.json'), JSON.stringify(configuration));
        const deploy = join(import.meta.dirname, '.wrangler', 'deploy');
        mkdirSync(deploy, { recursive: true });
        writeFileSync(join(deploy, 'config.json'), JSON.stringify({ configPath: '../../dist/worker/wrangler.json' }));
      },
    },
  ],
  build: {
    ssr: 'src/index.jsx',
    outDir: 'dist/worker',
    sourcemap: true,
    rollupOptions: {
      external: ['cloudflare:workers'],
      output: { entryFileNames: 'index.js', sourcemapExcludeSources: true },
    },
  },
});
