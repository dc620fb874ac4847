import { defineConfig } from 'tsup';

/** One file with its map in it, which the runtime is to take as it is. */
export default defineConfig({
  entry: ['src/index.ts'],
  format: 'esm',
  target: 'es2022',
  external: ['cloudflare:workers'],
  sourcemap: 'inline',
  clean: true,
  silent: true,
});
