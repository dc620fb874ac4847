/**
 * A VS Code of its own for one scenario: a server process with fresh settings and extensions, which
 * holds the extension under test as its users get it (a .vsix), and the test bridge.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeServerEntry, nodeBinary } from '../tools/paths.mjs';
import { until } from './until.ts';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5_000;

/** Quiet, still, and off the network: nothing on the screen that the scenario did not bring there. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'debug.javascript.autoAttachFilter': 'disabled',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'window.menuBarVisibility': 'compact',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.editor.enablePreview': false,
  'workbench.enableExperiments': false,
  'workbench.list.smoothScrolling': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export interface ServerOptions {
  /** The packed extension to install. */
  readonly vsix: string;
  /** Settings of the user, on top of the quiet ones. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string>>;
}

export class VscodeServer {
  readonly url: string;
  readonly #folder: string;
  readonly #process: ChildProcess;
  readonly #bridgeUrl: string;
  #log = '';

  private constructor(folder: string, child: ChildProcess, url: string, bridgeUrl: string) {
    this.#folder = folder;
    this.#process = child;
    this.url = url;
    this.#bridgeUrl = bridgeUrl;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.#log += data.toString();
      });
    }
  }

  static async start(options: ServerOptions): Promise<VscodeServer> {
    const folder = mkdtempSync(join(tmpdir(), 'durascope-vscode-'));
    const base = await prepare(folder, options.settings);
    const [port, bridgePort] = [await freePort(), await freePort()];
    const environment = {
      ...process.env,
      ...options.environment,
      EXTENSIONS_GALLERY: '{}',
      DURASCOPE_BRIDGE_PORT: String(bridgePort),
    };
    await promisify(execFile)(nodeBinary, [...base, '--install-extension', options.vsix], { env: environment });
    const parameters = [
      ...base,
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
      ...[
        '--disable-telemetry',
        '--disable-update-check',
        '--disable-workspace-trust',
        '--disable-getting-started-override',
      ],
    ];
    // Its own process group, so that all it starts can be ended with it.
    const child = spawn(nodeBinary, parameters, {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const server = new VscodeServer(folder, child, `http://127.0.0.1:${port}`, `http://127.0.0.1:${bridgePort}/`);
    try {
      await until('VS Code answers', START_TIMEOUT_MS, async () => (await fetch(`${server.url}/healthz`)).ok);
    } catch (error) {
      await server.stop();
      throw new Error(`${String(error)}\n${server.#log}`);
    }
    return server;
  }

  /** Evaluates JavaScript in the extension host, with `vscode` in scope; its result comes back as JSON. */
  async evaluate(code: string): Promise<unknown> {
    const response = await until('the extension host answers', START_TIMEOUT_MS, () =>
      fetch(this.#bridgeUrl, { method: 'POST', body: code }),
    );
    const text = await response.text();
    if (!response.ok) {
      throw new Error(text);
    }
    return (JSON.parse(text) as { value?: unknown }).value;
  }

  async stop(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.#process.once('exit', () => resolve()));
    this.#signal('SIGTERM');
    const timer = setTimeout(() => {
      this.#signal('SIGKILL');
    }, STOP_TIMEOUT_MS);
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      await ended;
    }
    clearTimeout(timer);
    this.#signal('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }

  #signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-(this.#process.pid ?? 0), signal);
    } catch {
      // The whole group is gone.
    }
  }
}

async function prepare(folder: string, settings: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const userData = join(folder, 'user');
  const extensions = join(folder, 'extensions');
  const config = join(folder, 'code-server.yaml');
  // Settings of the machine scope, such as paths, are read from the server's own file and no other.
  for (const scope of ['User', 'Machine']) {
    mkdirSync(join(userData, scope), { recursive: true });
    writeFileSync(join(userData, scope, 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }, undefined, 2));
  }
  writeFileSync(config, '');
  // An extensions folder without an index is scanned, so an unpacked extension may simply be put there.
  cpSync(join(import.meta.dirname, 'bridge'), join(extensions, 'durascope-tests.test-bridge-0.0.1'), {
    recursive: true,
  });
  return [codeServerEntry, '--config', config, '--user-data-dir', userData, '--extensions-dir', extensions];
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
