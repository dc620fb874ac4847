/** Mistakes in `exports`, in transfers, and in how long old code goes on. */
import { mark } from './config.mjs';

/** An entry of a class that is no more. */
const past = (entry, name = 'Past') => ({ config }) => {
  if (!config.exports) return false;
  config.exports[name] = mark({ type: 'durable-object', ...entry });
};

/** A live entry is changed. */
const live = (change) => ({ config }, random) => {
  const names = Object.keys(config.exports ?? {}).filter((name) => config.exports[name].storage);
  if (names.length === 0) return false;
  const name = random.pick(names);
  if (change(config.exports[name], name, config) === false) return false;
  config.exports[name] = mark(config.exports[name]);
};

/** A step behind the others. */
const step = (members) => ({ config }) => {
  if (!config.migrations) return false;
  config.migrations.push(mark({ tag: 'last', ...members }));
};

const strategy = (value) => ({ config }) => {
  config.durable_objects.code_update_strategy = mark(value);
};

export const LIFECYCLE = {
  'an export renamed to itself': past({ state: 'renamed', renamed_to: 'Past' }),
  'an export renamed to no name': past({ state: 'renamed', renamed_to: 'my-class' }),
  'a renamed export with storage': ({ config }, random) => {
    if (!config.exports) return false;
    const to = random.pick(Object.keys(config.exports).filter((name) => config.exports[name].storage));
    config.exports.Past = mark({ type: 'durable-object', state: 'renamed', renamed_to: to, storage: 'sqlite' });
  },
  'an export with a target that is not renamed': live((one, name) => {
    one.renamed_to = `${name}V2`;
  }),
  'a transferred export without a target': past({ state: 'transferred' }),
  'a transferred export whose target is empty': past({ state: 'transferred', transferred_to: '' }),
  'a transferred export with storage': past({ state: 'transferred', transferred_to: 'other-worker', storage: 'sqlite' }),
  'an expected export without its source': live((one) => {
    one.state = 'expecting-transfer';
    delete one.transfer_from;
  }),
  'an expected export without storage': live((one) => {
    one.state = 'expecting-transfer';
    one.transfer_from = 'old-worker';
    delete one.storage;
  }),
  'a source of an export that is not expected': live((one) => {
    delete one.state;
    one.transfer_from = 'old-worker';
  }),
  'an export of a class that is not in the code': past({ storage: 'sqlite' }, 'Nowhere'),
  'an export without a name': past({ storage: 'sqlite' }, ''),
  'a deleted export with a target': past({ state: 'deleted', renamed_to: 'Room' }),
  'a transfer that is a word': step({ transferred_classes: 'Old' }),
  'a transfer from a number': step({ transferred_classes: [{ from: 'Old', from_script: 7, to: 'New' }] }),
  'a transfer without a source': step({ transferred_classes: [{ from_script: 'old-worker', to: 'New' }] }),
  'a transfer of words': step({ transferred_classes: ['Old', 'New'] }),
  'a class created twice': ({ config }, random) => {
    const created = config.migrations?.flatMap((each) => each.new_sqlite_classes ?? []).filter((name) => name !== 'Old' && !name.endsWith('V1')) ?? [];
    if (created.length === 0) return false;
    config.migrations.push(mark({ tag: 'last', new_sqlite_classes: [random.pick(created)] }));
  },
  'a class created twice with other storage': ({ config }, random) => {
    const created = config.migrations?.flatMap((each) => each.new_sqlite_classes ?? []).filter((name) => name !== 'Old' && !name.endsWith('V1')) ?? [];
    if (created.length === 0) return false;
    config.migrations.push(mark({ tag: 'last', new_classes: [random.pick(created)] }));
  },
  'a class deleted that never was': step({ deleted_classes: ['Never'] }),
  'an update strategy that is a word': strategy('deferred'),
  'an update strategy without a mode': strategy({ max_delay: 60 }),
  'an update strategy that there is not': strategy({ mode: 'later' }),
  'an update that waits too long': strategy({ mode: 'deferred', max_delay: 86401 }),
  'an update that waits less than nothing': strategy({ mode: 'deferred', max_delay: -1 }),
  'an update that waits for a word': strategy({ mode: 'deferred', max_delay: '1h' }),
  'an update that waits for parts of milliseconds': strategy({ mode: 'deferred', max_delay: 0.0001 }),
  'an unknown field of an update strategy': strategy({ mode: 'deferred', delay: 60 }),
};
