/** `durascope dev` in a terminal of its own: what a user runs beside the editor. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { command } from './command.ts';

export class DevServer {
  readonly url: string;
  readonly #process: ChildProcess;
  #complaints = '';

  private constructor(child: ChildProcess, url: string) {
    this.#process = child;
    this.url = url;
    child.stderr?.on('data', (data: Buffer) => {
      this.#complaints += data.toString();
    });
  }

  /** Runs the project on a free port, and waits until it is ready. */
  static async start(project: string): Promise<DevServer> {
    const child = spawn(command, ['dev', project, '--port', '0'], {
      env: { ...process.env, DURASCOPE_AOT: 'off' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const ready = /Ready on (http:\/\/\S+)/.exec(line);
        if (ready?.[1] !== undefined) {
          resolve(ready[1]);
        }
      });
      child.once('exit', (code) => {
        reject(new Error(`durascope dev ended with ${code ?? 'a signal'} before it was ready`));
      });
      child.once('error', reject);
    });
    return new DevServer(child, url);
  }

  /** Ends it as Ctrl+C does, and waits until it has gone; it may not have complained of anything. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) {
      return;
    }
    const ended = new Promise((resolve) => this.#process.once('close', resolve));
    process.kill(-(this.#process.pid ?? 0), 'SIGINT');
    await ended;
    if (this.#complaints !== '') {
      throw new Error(`durascope dev wrote to standard error:\n${this.#complaints}`);
    }
  }
}
