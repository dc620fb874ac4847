import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';

/** TypeScript, made small: only the map knows what the variables were called. */
export default {
  input: 'src/index.ts',
  external: ['cloudflare:workers'],
  plugins: [typescript(), terser({ module: true })],
  output: { file: 'dist/index.js', format: 'es', sourcemap: true },
};
