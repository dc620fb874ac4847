import { createRequire, isBuiltin, builtinModules } from 'node:module';
import path from 'node:path';

export async function behaviour(assert) {
  const require = createRequire('/bundle/main.js');
  assert.equal(require('path'), path);
  assert.equal(require('node:path'), path);
  assert.equal(process.getBuiltinModule('path'), path);
  assert.equal(process.getBuiltinModule('no-such-module'), undefined);
  assert.equal(isBuiltin('node:fs/promises') || isBuiltin('path'), true);
  assert.equal(isBuiltin('lodash'), false);
  assert.equal(builtinModules.includes('events'), true);
  assert.equal(builtinModules.includes('sqlite'), false);
}
