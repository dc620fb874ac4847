/**
 * A client of a language server on the standard streams of its process, that is told of diagnostics
 * and grants what the server asks for. What does not come in `LIMIT_MILLIS` is an error that names it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';

const LIMIT_MILLIS = 60_000;
const END_OF_HEADER = Buffer.from('\r\n\r\n');

export class LspClient {
  #process;
  #exit;
  #input = Buffer.alloc(0);
  #requests = 0;
  #answers = new Map();
  #publications = [];
  #diagnostics = new Map();
  #waiting = undefined;
  #log = '';

  constructor([program, ...words], folder) {
    this.#process = spawn(program, words, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#process.stdout.on('data', (chunk) => this.#read(chunk));
    this.#process.stderr.on('data', (chunk) => (this.#log += chunk));
    this.#exit = once(this.#process, 'exit');
  }

  get pid() {
    return this.#process.pid;
  }

  async initialize(folder) {
    const uri = pathToFileURL(folder).href;
    await this.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } } },
    });
    this.notify('initialized', {});
  }

  async request(method, params) {
    const id = ++this.#requests;
    const answer = new Promise((settle) => this.#answers.set(id, settle));
    this.#send({ id, method, params });
    const { error, result } = await this.#within(`an answer to ${method}`, answer);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  /** Forgets what has been published; the next `published` waits for what comes from here on. */
  forget() {
    this.#publications = [];
  }

  /** What is published next that the condition holds for; what comes before it is dropped. */
  async published(what, condition) {
    for (;;) {
      while (this.#publications.length > 0) {
        const next = this.#publications.shift();
        if (condition(next)) return next;
      }
      await this.#within(what, new Promise((settle) => (this.#waiting = settle)));
    }
  }

  /** What was published last of a file. */
  diagnostics(uri) {
    return this.#diagnostics.get(uri) ?? [];
  }

  async end() {
    await this.request('shutdown', null);
    this.notify('exit', null);
    const [code] = await this.#within('the end of the process', this.#exit);
    if (code !== 0) throw new Error(`the language server ended with ${code}:\n${this.#log}`);
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#process.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  #read(chunk) {
    this.#input = this.#input.length > 0 ? Buffer.concat([this.#input, chunk]) : chunk;
    for (;;) {
      const end = this.#input.indexOf(END_OF_HEADER);
      if (end < 0) return;
      const start = end + END_OF_HEADER.length;
      const length = Number(/Content-Length: *(\d+)/i.exec(this.#input.toString('ascii', 0, end))[1]);
      if (this.#input.length < start + length) return;
      const message = JSON.parse(this.#input.toString('utf8', start, start + length));
      this.#input = this.#input.subarray(start + length);
      this.#take(message);
    }
  }

  #take(message) {
    if (message.method === 'textDocument/publishDiagnostics') {
      this.#publications.push(message.params);
      this.#diagnostics.set(message.params.uri, message.params.diagnostics);
      this.#waiting?.();
    } else if (message.method && message.id !== undefined) {
      this.#send({ id: message.id, result: null });
    } else if (message.id !== undefined) {
      this.#answers.get(message.id)?.(message);
      this.#answers.delete(message.id);
    }
  }

  async #within(what, promise) {
    let timer;
    const tooLate = new Promise((_, refuse) => {
      timer = setTimeout(() => refuse(new Error(`waited ${LIMIT_MILLIS} ms for ${what}; the server's log:\n${this.#log}`)), LIMIT_MILLIS);
    });
    const gone = this.#exit.then(([code]) => {
      if (what !== 'the end of the process') throw new Error(`the language server ended with ${code} before ${what}:\n${this.#log}`);
      return [code];
    });
    try {
      return await Promise.race([promise, gone, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }
}
