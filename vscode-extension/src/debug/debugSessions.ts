/**
 * Debug sessions of type `durable-object`: starts the adapter, `durascope dap`, and watches what it
 * says. From its messages come the address of the control API, asked for as soon as the project is
 * ready, and the moments at which an object is paused or goes on.
 */
import * as vscode from 'vscode';
import type { DurascopeCommand } from '../command/find.ts';
import type { Launcher } from '../command/launcher.ts';
import { readControlAddress } from '../control/address.ts';
import type { RunningProjects } from '../projects/projects.ts';
import { attachPort, DEBUG_TYPE } from './launchConfiguration.ts';
import { readAdapterMessage } from './messages.ts';

/** What a session's start and stop of objects is told to. */
export type PauseListener = () => void;

export class DebugSessions implements vscode.DebugAdapterDescriptorFactory, vscode.DebugAdapterTrackerFactory {
  readonly #launcher: Launcher;
  readonly #projects: RunningProjects;
  readonly #output: vscode.LogOutputChannel;
  readonly #onPause: PauseListener;

  constructor(launcher: Launcher, projects: RunningProjects, output: vscode.LogOutputChannel, onPause: PauseListener) {
    this.#launcher = launcher;
    this.#projects = projects;
    this.#output = output;
    this.#onPause = onPause;
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.debug.registerDebugAdapterDescriptorFactory(DEBUG_TYPE, this),
      vscode.debug.registerDebugAdapterTrackerFactory(DEBUG_TYPE, this),
      vscode.debug.onDidTerminateDebugSession((session) => {
        this.#projects.remove(sourceOf(session));
      }),
    );
  }

  createDebugAdapterDescriptor(session: vscode.DebugSession): vscode.DebugAdapterDescriptor {
    const port = session.configuration.request === 'attach' ? attachPort(session.configuration) : undefined;
    if (port !== undefined) {
      return new vscode.DebugAdapterServer(port, '127.0.0.1');
    }
    const command = this.#launcher.find();
    if (command === undefined) {
      throw new Error('The durascope command has gone while the session was being started.');
    }
    return new vscode.DebugAdapterExecutable(command.path, ['dap'], { env: { ...command.environment } });
  }

  createDebugAdapterTracker(session: vscode.DebugSession): vscode.DebugAdapterTracker {
    let spoke = false;
    return {
      onDidSendMessage: (message: unknown) => {
        spoke = true;
        switch (readAdapterMessage(message)) {
          case 'ready':
            void this.#connect(session);
            break;
          case 'pauseChanged':
            this.#onPause();
            break;
          case 'other':
            break;
        }
      },
      onExit: (code) => {
        this.#output.info(`debug adapter: ended with ${code ?? 'a signal'}`);
        const command = spoke ? undefined : this.#launcher.find();
        if (command !== undefined) {
          void this.#explain(command);
        }
      },
      onError: (error) => {
        this.#output.error(`debug adapter: ${error.message}`);
      },
    };
  }

  async #explain(command: DurascopeCommand): Promise<void> {
    await this.#launcher.explainFailure(command, 'dap');
  }

  async #connect(session: vscode.DebugSession): Promise<void> {
    try {
      const answer: unknown = await session.customRequest('durascope/control');
      this.#projects.add(sourceOf(session), readControlAddress(answer));
    } catch (error) {
      this.#output.error(`debug session: no control API: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function sourceOf(session: vscode.DebugSession): string {
  return `debug session ${session.id}`;
}
