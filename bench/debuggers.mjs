/**
 * The debuggers that bench/debug compares, each with the same few abilities: `durascope dap` by the
 * Debug Adapter Protocol, and `wrangler dev` with a client of the Chrome DevTools Protocol on its
 * inspector, which has no adapter between and so is the fastest that it can be.
 *
 * A debugger is `{ url, breakAt(marker, condition), clear(), stopped(), resume(stop), end() }`: a
 * breakpoint goes to the line of the project's source that ends with `// marker`. Whatever does not
 * come in `LIMIT_MILLIS` is an error that names it.
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DebugSession } from '../examples/testing/debug-session.mjs';
import { freePort } from './ports.mjs';
import { freshCopy, start, wranglerWords } from './subjects.mjs';

const LIMIT_MILLIS = 60_000;
const POLL_MILLIS = 4;

/** `durascope dap` on a fresh copy of a project; `marker` is where the first breakpoint is. */
export async function durascope(projectFolder, marker) {
  const { project, remove } = freshCopy(projectFolder);
  const file = sourceOf(project);
  const debug = new DebugSession();
  const breakpoints = (name, condition) => [{ line: marked(file, name).line + 1, condition }];
  const breakAt = async (name, condition) => verified(await debug.breakAt(file, breakpoints(name, condition)));
  const end = async () => {
    await debug.end();
    remove();
  };
  await within('a launch by durascope dap', debug.launch({ project, port: 0 }, marker ? { [file]: breakpoints(marker) } : {}));
  return {
    url: await debug.url(),
    breakAt: (name, condition) => within(`a breakpoint at ${name}`, breakAt(name, condition)),
    clear: () => within('no breakpoints', debug.breakAt(file, [])),
    stopped: () => within('a stop in durascope dap', debug.event('stopped')),
    resume: ({ threadId }) => within('an answer to continue', debug.request('continue', { threadId })),
    end,
  };
}

/** A subject that is `wrangler dev`, with a client on its inspector as soon as that takes one. */
export async function inspected(subject, projectFolder, marker, tools) {
  const inspectorPort = await freePort();
  const words = (port, folder) => [...wranglerWords(port, folder), '--inspector-port', String(inspectorPort)];
  const [started, client] = await Promise.all([start({ ...subject, words }, projectFolder), Inspector.connect(inspectorPort, tools)]);
  const file = sourceOf(started.project);
  await client.send('Runtime.enable');
  await client.send('Debugger.enable');
  if (marker) await client.breakAt(marked(file, marker).code);
  return {
    url: `http://127.0.0.1:${started.port}`,
    breakAt: (name, condition) => client.breakAt(marked(file, name).code, condition),
    clear: () => client.clear(),
    stopped: () => client.paused(),
    resume: () => client.send('Debugger.resume'),
    end: async () => {
      client.close();
      await started.stop();
    },
  };
}

/** A client of the Chrome DevTools Protocol, as bare as can be. */
class Inspector {
  #socket;
  #lastId = 0;
  #answers = new Map();
  #scripts = [];
  #pauses = [];
  #waiting = [];
  #breakpoints = [];

  static async connect(port, tools) {
    const WebSocket = createRequire(join(tools, 'node_modules', 'index.js'))('ws');
    const socket = new WebSocket(await target(port));
    // Wrangler's proxy takes it once the project's own runtime is there.
    await within('a connection to the inspector', new Promise((settle, refuse) => socket.once('open', settle).once('error', refuse)));
    return new Inspector(socket);
  }

  constructor(socket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#heard(JSON.parse(data)));
    socket.on('close', () => this.#closed(new Error('The inspector has hung up')));
    socket.on('error', (error) => this.#closed(error));
  }

  send(method, params = {}) {
    const answer = new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#answers.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
    return within(`an answer to ${method}`, answer);
  }

  /** In the bundle, which has the statement `code` as it was written, but no comments. */
  async breakAt(code, condition) {
    const deadline = performance.now() + LIMIT_MILLIS;
    while (performance.now() < deadline) {
      // The newest first: after a reload the older ones are no longer run.
      for (const { scriptId } of this.#scripts.filter(({ url }) => url.startsWith('file:')).reverse()) {
        const { scriptSource } = await this.send('Debugger.getScriptSource', { scriptId });
        const lineNumber = scriptSource.split('\n').findIndex((line) => line.trim() === code);
        if (lineNumber < 0) continue;
        const { breakpointId } = await this.send('Debugger.setBreakpoint', { location: { scriptId, lineNumber }, condition });
        this.#breakpoints.push(breakpointId);
        return;
      }
      await new Promise((settle) => setTimeout(settle, POLL_MILLIS));
    }
    throw new Error(`No script has the line ${code}: ${this.#scripts.map(({ url }) => url).join(', ')}`);
  }

  async clear() {
    for (const breakpointId of this.#breakpoints.splice(0)) await this.send('Debugger.removeBreakpoint', { breakpointId });
  }

  paused() {
    const pause = this.#pauses.shift();
    return pause ?? within('a stop in the inspector', new Promise((resolve, reject) => this.#waiting.push({ resolve, reject })));
  }

  close() {
    this.#socket.removeAllListeners('close').terminate();
  }

  #heard(message) {
    if (message.id !== undefined) {
      // What wrangler's proxy has asked for itself is answered here, too.
      const asked = this.#answers.get(message.id);
      this.#answers.delete(message.id);
      if (message.error) asked?.reject(new Error(message.error.message));
      else asked?.resolve(message.result);
    } else if (message.method === 'Debugger.scriptParsed') {
      this.#scripts.push(message.params);
    } else if (message.method === 'Runtime.executionContextsCleared') {
      this.#scripts = [];
    } else if (message.method === 'Debugger.paused') {
      const next = this.#waiting.shift();
      if (next) next.resolve(message.params);
      else this.#pauses.push(message.params);
    }
  }

  #closed(error) {
    for (const { reject } of [...this.#answers.values(), ...this.#waiting.splice(0)]) reject(error);
    this.#answers.clear();
  }
}

/** Where the inspector on a port can be spoken to, once it can. */
async function target(port) {
  const deadline = performance.now() + LIMIT_MILLIS;
  while (performance.now() < deadline) {
    try {
      const [first] = await (await fetch(`http://127.0.0.1:${port}/json`, { signal: AbortSignal.timeout(LIMIT_MILLIS) })).json();
      if (first) return first.webSocketDebuggerUrl;
    } catch {
      // It does not listen yet.
    }
    await new Promise((settle) => setTimeout(settle, POLL_MILLIS));
  }
  throw new Error(`No inspector on port ${port} in ${LIMIT_MILLIS} ms`);
}

function verified(breakpoints) {
  const refused = breakpoints.find((breakpoint) => !breakpoint.verified);
  if (refused) throw new Error(`The breakpoint is not placed: ${refused.message}`);
}

function sourceOf(project) {
  return join(project, 'src', 'index.js');
}

/** The line of a file, from 0, that ends with a marker, and the statement before it. */
function marked(file, marker) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex((it) => it.endsWith(`// ${marker}`));
  if (line < 0) throw new Error(`No line of ${file} ends with // ${marker}`);
  return { line, code: lines[line].slice(0, lines[line].lastIndexOf('//')).trim() };
}

/** What is promised, or an error that names it if it takes too long. */
export function within(what, promise) {
  let timer;
  const tooLate = new Promise((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`No sign of ${what} in ${LIMIT_MILLIS} ms`)), LIMIT_MILLIS);
  });
  return Promise.race([promise, tooLate]).finally(() => clearTimeout(timer));
}
