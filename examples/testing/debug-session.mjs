/**
 * Debugs a project as an editor does: `durascope dap` as a process of its own, the Debug Adapter
 * Protocol on its standard streams.
 *
 * What the adapter reports is kept until somebody waits for it, so it does not matter which of an
 * answer and an event comes first. All that it prints to standard error is told when it fails.
 *
 * The command is that of this repository; another one can stand in by DAP_COMMAND, words parted by
 * spaces.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const COMMAND = process.env.DAP_COMMAND?.split(' ') ?? [fileURLToPath(new URL('../../durascope', import.meta.url)), 'dap'];

/** The command's first start may have to build or to unpack. */
const LIMIT_MILLIS = 300_000;
const EXIT_LIMIT_MILLIS = 20_000;

/** The process groups that run; see dev-server.mjs. */
const running = new Set();
process.on('exit', () => running.forEach((pid) => kill(pid)));

export class DebugSession {
  #child;
  #exited;
  #buffer = Buffer.alloc(0);
  #lastSeq = 0;
  #answers = new Map();
  #events = [];
  #waiting = [];
  #log = '';

  constructor() {
    const [program, ...words] = COMMAND;
    this.#child = spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    this.#exited = once(this.#child, 'exit').then(([code]) => {
      this.#fail(new Error(`The debug adapter ended with ${code}:\n${this.#log}`));
      return code;
    });
    this.#exited.catch((error) => this.#fail(error));
    running.add(this.#child.pid);
    this.#child.stderr.setEncoding('utf8').on('data', (text) => (this.#log += text));
    this.#child.stdout.on('data', (chunk) => this.#receive(chunk));
    this.#child.stdin.on('error', () => {}); // it has ended, which is told of above
  }

  /**
   * Launches a project. `breakpoints` are lines by file, `{ '/a/b.ts': [3] }`, or whole breakpoints in
   * place of lines. Resolves to what the adapter says of them, by file, when the project answers.
   */
  async launch(launch, breakpoints = {}) {
    await this.request('initialize', { adapterID: 'durascope', pathFormat: 'path', linesStartAt1: true, columnsStartAt1: true });
    const launched = this.request('launch', launch);
    launched.catch(() => {}); // awaited below
    await Promise.race([this.event('initialized'), launched]);
    const placed = {};
    for (const [file, wanted] of Object.entries(breakpoints)) placed[file] = await this.breakAt(file, wanted);
    await this.request('configurationDone', {});
    await launched;
    return placed;
  }

  /** Sets the breakpoints of a file, as lines or whole; the adapter's view of them. */
  async breakAt(file, wanted) {
    const breakpoints = wanted.map((at) => (typeof at === 'number' ? { line: at } : at));
    return (await this.request('setBreakpoints', { source: { path: file }, breakpoints })).breakpoints;
  }

  /** Where the project answers. */
  async url() {
    const { url, token } = await this.request('durascope/control');
    const project = await fetch(`${url}/api/v1/project`, { headers: { authorization: `Bearer ${token}` } });
    return (await project.json()).ready;
  }

  /** The body of the answer to a request. */
  request(command, args) {
    return within(`an answer to ${command}`, (resolve, reject) => {
      const seq = ++this.#lastSeq;
      this.#answers.set(seq, { resolve, reject });
      const body = JSON.stringify({ seq, type: 'request', command, arguments: args });
      this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    }, () => this.#log);
  }

  /** The body of the oldest event of a kind that nobody has waited for and that `fits`. */
  event(name, fits = () => true) {
    const at = this.#events.findIndex((event) => event.event === name && fits(event.body));
    if (at >= 0) return Promise.resolve(this.#events.splice(at, 1)[0].body);
    return within(`the event ${name}`, (resolve, reject) => {
      this.#waiting.push({ name, fits, resolve, reject });
    }, () => `${this.#log}\n${this.#events.map((event) => JSON.stringify(event)).join('\n')}`);
  }

  /** The next stop, with the frames of its thread: `{ reason, threadId, frames }`. */
  async stop() {
    const { reason, threadId } = await this.event('stopped');
    const { stackFrames } = await this.request('stackTrace', { threadId });
    return { reason, threadId, frames: stackFrames };
  }

  /** The variables of a frame's scope, values by name. */
  async variables(frame, scopeName) {
    const { scopes } = await this.request('scopes', { frameId: frame.id });
    const scope = scopes.find(({ name }) => name === scopeName);
    if (!scope) throw new Error(`No scope ${scopeName} but ${scopes.map(({ name }) => name)}`);
    const { variables } = await this.request('variables', { variablesReference: scope.variablesReference });
    return Object.fromEntries(variables.map(({ name, value }) => [name, value]));
  }

  /** Ends the session; resolves to the exit code of the process. */
  async end() {
    if (!running.has(this.#child.pid)) return this.#exited;
    this.#child.stdout.resume();
    const timer = setTimeout(() => kill(this.#child.pid), EXIT_LIMIT_MILLIS);
    await this.request('disconnect', {}).catch(() => {});
    this.#child.stdin.end();
    const code = await this.#exited;
    clearTimeout(timer);
    running.delete(this.#child.pid);
    return code;
  }

  #receive(chunk) {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const headEnd = this.#buffer.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString('latin1', 0, headEnd))[1]);
      const end = headEnd + 4 + length;
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.toString('utf8', headEnd + 4, end));
      this.#buffer = this.#buffer.subarray(end);
      this.#heard(message);
    }
  }

  #heard(message) {
    if (message.type === 'event') {
      const at = this.#waiting.findIndex(({ name, fits }) => name === message.event && fits(message.body));
      if (at >= 0) this.#waiting.splice(at, 1)[0].resolve(message.body);
      else this.#events.push(message);
      return;
    }
    const answer = this.#answers.get(message.request_seq);
    this.#answers.delete(message.request_seq);
    if (message.success) answer.resolve(message.body);
    else answer.reject(new Error(`${message.command}: ${message.body?.error?.format ?? message.message}`));
  }

  #fail(error) {
    for (const { reject } of [...this.#answers.values(), ...this.#waiting.splice(0)]) reject(error);
    this.#answers.clear();
  }
}

function kill(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // There is none any more.
  }
}

/** The outcome of `begin`, or an error that tells `more` if it takes too long. */
function within(what, begin, more) {
  let timer;
  return new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No sign of ${what} in ${LIMIT_MILLIS} ms:\n${more()}`)), LIMIT_MILLIS);
    begin(resolve, reject);
  }).finally(() => clearTimeout(timer));
}
