/**
 * Finds the `durascope` command: the setting `durascope.path`, else the one packed in the extension.
 * Says what is missing, and what to do about it, in words for the user. Knows nothing of the editor.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** A command that can be started: what to run, and what to add to its environment. */
export interface DurascopeCommand {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

export type CommandSearch =
  | { readonly kind: 'found'; readonly command: DurascopeCommand }
  | { readonly kind: 'missing'; readonly problem: string };

export interface CommandSettings {
  /** `durascope.path`; empty when it is not set. */
  readonly path: string;
  /** `durascope.javaHome`; empty when it is not set. */
  readonly javaHome: string;
  readonly extensionFolder: string;
  readonly workspaceFolder: string | undefined;
}

export function findCommand(settings: CommandSettings): CommandSearch {
  const javaHome = settings.javaHome === '' ? undefined : expand(settings.javaHome, settings);
  if (javaHome !== undefined && !existsSync(join(javaHome, 'bin'))) {
    return missing(
      `The setting durascope.javaHome names ${javaHome}, which is not a JDK: it has no folder "bin". Set it to the folder of a JDK 25.`,
    );
  }
  const environment: Record<string, string> = javaHome === undefined ? {} : { DURASCOPE_JAVA_HOME: javaHome };
  return settings.path === ''
    ? bundled(settings, environment)
    : configured(expand(settings.path, settings), environment);
}

function configured(path: string, environment: Readonly<Record<string, string>>): CommandSearch {
  const fault = faultOf(path);
  return fault === undefined
    ? { kind: 'found', command: { path, environment } }
    : missing(
        `The setting durascope.path names ${path}, which ${fault}. Correct it, or empty it to use the command inside the extension.`,
      );
}

function bundled(settings: CommandSettings, environment: Readonly<Record<string, string>>): CommandSearch {
  const path = join(settings.extensionFolder, 'server', 'bin', 'durascope');
  const fault = faultOf(path);
  return fault === undefined
    ? { kind: 'found', command: { path, environment } }
    : missing(
        `This installation of the extension has no durascope command inside (${path} ${fault}). Set durascope.path to the command "durascope" of your own installation.`,
      );
}

/** Replaces `~` and `${workspaceFolder}`; a relative path is one in the workspace. */
function expand(path: string, settings: CommandSettings): string {
  const base = settings.workspaceFolder ?? homedir();
  const expanded = path.replace(/^~(?=$|\/)/, homedir()).replaceAll('${workspaceFolder}', base);
  return isAbsolute(expanded) ? expanded : resolve(base, expanded);
}

function faultOf(path: string): string | undefined {
  if (!existsSync(path)) {
    return 'does not exist';
  }
  if (!statSync(path).isFile()) {
    return 'is not a file';
  }
  try {
    accessSync(path, constants.X_OK);
    return undefined;
  } catch {
    return 'may not be executed';
  }
}

function missing(problem: string): CommandSearch {
  return { kind: 'missing', problem };
}
