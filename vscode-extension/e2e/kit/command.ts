/** The durascope command that the packed extension holds, for what a scenario runs outside of VS Code. */
import { join, resolve } from 'node:path';

export const command = join(resolve(import.meta.dirname, '..', '..'), 'server', 'bin', 'durascope');
