/**
 * The frame of a scenario: a copy of an example project, a VS Code that has it open, and steps that
 * build on one another. The first step to fail leaves a screenshot, and the later ones are not run.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { VscodeServer } from './vscodeServer.ts';
import { Workbench } from './workbench.ts';

export const repository = resolve(import.meta.dirname, '..', '..', '..');
const extension = resolve(import.meta.dirname, '..', '..');
const failures = join(extension, 'e2e', 'failures');

/** Each VS Code installs the extension in a place of its own, for which a start-up cache is not worth making. */
const ENVIRONMENT = { DURASCOPE_AOT: 'off' };

const STEP_TIMEOUT_MS = 180_000;

export interface ScenarioOptions {
  /** The folder that is copied and opened. */
  readonly project: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

export class Scenario {
  readonly #options: ScenarioOptions;
  #folder: string | undefined;
  #server: VscodeServer | undefined;
  #browser: Browser | undefined;
  #workbench: Workbench | undefined;
  readonly #ends: (() => Promise<void>)[] = [];
  #failed = false;

  private constructor(options: ScenarioOptions) {
    this.#options = options;
  }

  /** Declares the scenario's start and end with the test runner. */
  static declare(options: ScenarioOptions): Scenario {
    const scenario = new Scenario(options);
    before(() => scenario.#start(), { timeout: STEP_TIMEOUT_MS });
    after(() => scenario.#stop(), { timeout: STEP_TIMEOUT_MS });
    return scenario;
  }

  /** What has to end before VS Code does, and before the project's folder is removed; the last first. */
  atEnd(end: () => Promise<void>): void {
    this.#ends.unshift(end);
  }

  /** Declares the next step. */
  step(name: string, run: (workbench: Workbench) => Promise<void>): void {
    test(name, { timeout: STEP_TIMEOUT_MS }, async (context) => {
      if (this.#failed) {
        context.skip('an earlier step failed');
        return;
      }
      try {
        await run(this.workbench);
      } catch (error) {
        this.#failed = true;
        await this.workbench.screenshot(join(failures, `${name.replace(/\W+/g, '-')}.png`));
        throw error;
      }
    });
  }

  get workbench(): Workbench {
    return required(this.#workbench);
  }

  get server(): VscodeServer {
    return required(this.#server);
  }

  /** The copy of the project that VS Code has open. */
  get folder(): string {
    return required(this.#folder);
  }

  async #start(): Promise<void> {
    this.#folder = join(mkdtempSync(join(tmpdir(), 'durascope-project-')), basename(this.#options.project));
    cpSync(this.#options.project, this.#folder, {
      recursive: true,
      filter: (path) => !/\/(node_modules|\.wrangler)$/.test(path),
    });
    [this.#server, this.#browser] = await Promise.all([
      VscodeServer.start({ vsix: packedExtension(), settings: this.#options.settings, environment: ENVIRONMENT }),
      launchBrowser(),
    ]);
    this.#workbench = await Workbench.open(this.#browser, this.#server.url, this.#folder);
  }

  async #stop(): Promise<void> {
    for (const end of this.#ends) {
      await end();
    }
    await this.#workbench?.close();
    await this.#browser?.close();
    await this.#server?.stop();
    if (this.#folder !== undefined) {
      rmSync(resolve(this.#folder, '..'), { recursive: true, force: true });
    }
  }
}

/** The .vsix that `npm run package` has made. */
function packedExtension(): string {
  const found = readdirSync(extension).find((name) => name.endsWith('.vsix'));
  if (found === undefined) {
    throw new Error('There is no .vsix: run "npm run package" first.');
  }
  return join(extension, found);
}

function required<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('The scenario has not been started.');
  }
  return value;
}
