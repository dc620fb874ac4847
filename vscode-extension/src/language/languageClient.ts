/**
 * Runs `durascope lsp` and connects the editor to it: diagnostics, fixes and whatever else the
 * server announces, for wrangler configurations and for the code they name.
 *
 * A server that dies is started again, {@link MAX_RESTARTS} times; one that never came up is
 * explained to the user instead. Restarts are queued, so that two changes of a setting do not cross.
 */
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  State,
  TransportKind,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import type { DurascopeCommand } from '../command/find.ts';
import type { Launcher } from '../command/launcher.ts';
import { LENS_COMMANDS } from './places.ts';

const MAX_RESTARTS = 3;

const DOCUMENTS = [
  { scheme: 'file', pattern: '**/wrangler*.{toml,json,jsonc}' },
  ...['javascript', 'javascriptreact', 'typescript', 'typescriptreact'].map((language) => ({
    scheme: 'file',
    language,
  })),
];

/** Writes its errors to the output and leaves telling them to the launcher, which knows the reason. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export class LanguageServer implements vscode.Disposable {
  readonly #launcher: Launcher;
  readonly #output: vscode.LogOutputChannel;
  #client: LanguageClient | undefined;
  #queue: Promise<void> = Promise.resolve();

  constructor(launcher: Launcher, output: vscode.LogOutputChannel) {
    this.#launcher = launcher;
    this.#output = output;
  }

  /** Starts the server, or replaces the one that runs. */
  restart(): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      await this.#stop();
      await this.#start();
    });
    return this.#queue;
  }

  stop(): Promise<void> {
    this.#queue = this.#queue.then(() => this.#stop());
    return this.#queue;
  }

  dispose(): void {
    void this.stop();
  }

  async #start(): Promise<void> {
    const command = this.#launcher.find();
    if (command === undefined) {
      return;
    }
    const client = this.#createClient(command);
    this.#client = client;
    try {
      await client.start();
    } catch (error) {
      this.#output.error(`language server: ${error instanceof Error ? error.message : String(error)}`);
      this.#client = undefined;
      void this.#launcher.explainFailure(command, 'lsp');
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client?.state === State.Running) {
      await client.dispose();
    }
  }

  #createClient(command: DurascopeCommand): LanguageClient {
    let restarts = 0;
    const options: LanguageClientOptions = {
      documentSelector: DOCUMENTS,
      outputChannel: this.#output,
      initializationOptions: { commands: LENS_COMMANDS },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          const wasUp = client.state === State.Running;
          restarts += 1;
          if (wasUp && restarts <= MAX_RESTARTS) {
            this.#output.warn('language server: ended unexpectedly, starting it again');
            return { action: CloseAction.Restart, handled: true };
          }
          if (wasUp) {
            void this.#launcher.explainFailure(command, 'lsp');
          }
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    };
    const client = new QuietClient(
      'durascope',
      'Durascope',
      {
        command: command.path,
        args: ['lsp'],
        transport: TransportKind.stdio,
        options: { env: { ...process.env, ...command.environment } },
      },
      options,
    );
    return client;
  }
}
