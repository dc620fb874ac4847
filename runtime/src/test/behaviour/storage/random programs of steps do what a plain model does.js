import { DurableObject } from 'cloudflare:workers';

/*
 * A program is a list of steps: [name, ...arguments]; a transaction has a program of its own as its last
 * argument, and whether it fails. It runs in the object and on the model, each of which answers for every
 * step; keys, rows and the alarm are the whole state, so the model of a transaction that fails is a copy.
 */

const LATER = 4_000_000_000_000;

export class Subject extends DurableObject {
  async run(program) {
    const { storage } = this.ctx;
    storage.sql.exec('CREATE TABLE IF NOT EXISTS t(k INTEGER PRIMARY KEY, v TEXT)');
    const answers = [];
    const steps = (kv) => ({
      put: (key, value) => kv.put(key, value),
      get: async (key) => (await kv.get(key)) ?? null,
      delete: (key) => kv.delete(key),
      list: async (options) => [...(await kv.list(options))],
    });
    const perform = async (kv, [name, ...words]) => {
      if (name === 'transaction') {
        const [fails, inner] = words;
        try {
          await storage.transaction(async (transaction) => {
            for (const step of inner) await perform(transaction, step);
            if (fails) throw new Error('undone');
          });
        } catch (e) {
          if (e.message !== 'undone') throw e;
        }
      } else if (name === 'transactionSync') {
        const [fails, inner] = words;
        try {
          storage.transactionSync(() => {
            for (const [step, ...rest] of inner) answers.push(this.#sync(step, rest) ?? null);
            if (fails) throw new Error('undone');
          });
        } catch (e) {
          if (e.message !== 'undone') throw e;
        }
      } else if (name in steps(kv)) {
        answers.push((await steps(kv)[name](...words)) ?? null);
      } else if (name === 'setAlarm' || name === 'deleteAlarm' || name === 'getAlarm') {
        answers.push((await storage[name](...words)) ?? null);
      } else if (name === 'deleteAll') {
        await storage.deleteAll();
        storage.sql.exec('CREATE TABLE IF NOT EXISTS t(k INTEGER PRIMARY KEY, v TEXT)');
      } else if (name === 'tick') {
        await new Promise((settle) => setTimeout(settle));
      } else {
        answers.push(this.#sync(name, words) ?? null);
      }
    };
    for (const step of program) await perform(storage, step);
    return answers;
  }

  #sync(name, words) {
    const { kv, sql } = this.ctx.storage;
    switch (name) {
      case 'syncPut':
        return kv.put(...words);
      case 'syncGet':
        return kv.get(...words);
      case 'syncDelete':
        return kv.delete(...words);
      case 'syncList':
        return [...kv.list(...words)];
      case 'insert':
        return sql.exec('INSERT OR REPLACE INTO t VALUES (?, ?)', ...words).toArray().length;
      case 'remove':
        return sql.exec('DELETE FROM t WHERE k = ?', ...words).toArray().length;
      case 'rows':
        return sql.exec('SELECT k, v FROM t ORDER BY k').raw().toArray();
    }
    throw new Error(`No step ${name}`);
  }

  alarm() {}
}

/** The same in the simplest words. */
function onModel(state, program) {
  const answers = [];
  const list = (options) => {
    let keys = Object.keys(state.keys).sort();
    if (options.prefix !== undefined) keys = keys.filter((key) => key.startsWith(options.prefix));
    if (options.start !== undefined) keys = keys.filter((key) => key >= options.start);
    if (options.startAfter !== undefined) keys = keys.filter((key) => key > options.startAfter);
    if (options.end !== undefined) keys = keys.filter((key) => key < options.end);
    if (options.reverse) keys.reverse();
    return keys.slice(0, options.limit).map((key) => [key, state.keys[key]]);
  };
  const drop = (map, key) => key in map && delete map[key];
  const steps = {
    put: (key, value) => void (state.keys[key] = value),
    get: (key) => state.keys[key],
    delete: (key) => drop(state.keys, key),
    list,
    insert: (key, value) => ((state.rows[key] = value), 0),
    remove: (key) => (drop(state.rows, key), 0),
    rows: () => Object.entries(state.rows).map(([key, value]) => [Number(key), value]),
    setAlarm: (time) => void (state.alarm = time),
    deleteAlarm: () => void (state.alarm = null),
    getAlarm: () => state.alarm,
  };
  const perform = ([name, ...words]) => {
    if (name === 'tick') return;
    if (name === 'deleteAll') {
      Object.assign(state, { keys: {}, rows: {}, alarm: null });
    } else if (name.startsWith('transaction')) {
      const [fails, inner] = words;
      const before = structuredClone(state);
      inner.forEach(perform);
      if (fails) Object.assign(state, before);
    } else {
      const plain = name.startsWith('sync') ? name.slice(4).toLowerCase() : name;
      answers.push(steps[plain](...words) ?? null);
    }
  };
  program.forEach(perform);
  return answers;
}

function generator(seed) {
  const random = (limit) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  const one = (choices) => choices[random(choices.length)];
  const key = () => one(['a', 'ab', 'b', 'b\0', 'ba', 'c']);
  const value = () => one([1, 'text', { deep: [1, null] }, [true], 'x'.repeat(3000)]);
  const options = () => {
    const chosen = {};
    if (random(3) === 0) chosen.prefix = key();
    if (random(3) === 0) chosen[one(['start', 'startAfter'])] = key();
    if (random(3) === 0) chosen.end = key();
    if (random(2) === 0) chosen.reverse = true;
    if (random(3) === 0) chosen.limit = 1 + random(3);
    return chosen;
  };
  const asynchronous = [
    () => ['put', key(), value()],
    () => ['put', key(), value()],
    () => ['get', key()],
    () => ['delete', key()],
    () => ['list', options()],
  ];
  const synchronous = [
    () => ['syncPut', key(), value()],
    () => ['syncGet', key()],
    () => ['syncDelete', key()],
    () => ['syncList', options()],
    () => ['insert', random(4), key()],
    () => ['remove', random(4)],
    () => ['rows'],
  ];
  const alarms = [() => ['setAlarm', LATER + random(3)], () => ['deleteAlarm'], () => ['getAlarm']];
  const some = (choices, most) => Array.from({ length: random(most + 1) }, () => one(choices)());
  const all = [
    ...asynchronous,
    ...synchronous,
    ...alarms,
    () => ['transaction', random(2) === 0, some(asynchronous, 4)],
    () => ['transactionSync', random(2) === 0, some(synchronous, 4)],
    () => ['tick'],
  ];
  return { program: () => [...some(all, 30), ...(random(4) === 0 ? [['deleteAll']] : []), ...some(all, 20)] };
}

/** Runs a program on a new object; what differs, or nothing. */
async function difference(env, steps) {
  const answers = JSON.stringify(await env.OBJECTS.get(env.OBJECTS.newUniqueId()).run(steps));
  const expected = JSON.stringify(onModel({ keys: {}, rows: {}, alarm: null }, steps));
  return answers === expected ? undefined : `${answers} where the model says ${expected}`;
}

/** Leaves out steps for as long as there is a difference. */
async function shrunk(env, steps) {
  for (let i = 0; i < steps.length; ) {
    const fewer = steps.toSpliced(i, 1);
    if (await difference(env, fewer)) steps = fewer;
    else i++;
  }
  return steps;
}

export async function behaviour(_, env) {
  const { program } = generator(20_260);
  for (let i = 0; i < 50; i++) {
    const steps = program();
    if (await difference(env, steps)) {
      const smallest = await shrunk(env, steps);
      throw new Error(`${JSON.stringify(smallest)} answers ${await difference(env, smallest)}`);
    }
  }
}
