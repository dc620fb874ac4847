/**
 * What a launch configuration of type `durable-object` becomes before the debug adapter sees it,
 * and where a project is when nobody has said so. Knows nothing of the editor.
 */
import { dirname, isAbsolute, relative, resolve } from 'node:path';

export const DEBUG_TYPE = 'durable-object';

/** The names by which wrangler finds a configuration by itself, in its order. */
export const CONFIG_NAMES = ['wrangler.json', 'wrangler.jsonc', 'wrangler.toml'] as const;

export const CONFIG_GLOB = `**/{${CONFIG_NAMES.join(',')}}`;

export interface LaunchConfiguration {
  readonly type: string;
  readonly request: string;
  readonly name: string;
  readonly [attribute: string]: unknown;
}

export function launchOf(project: string): LaunchConfiguration {
  return { type: DEBUG_TYPE, request: 'launch', name: 'Durable Objects', project };
}

/** F5 without a launch.json hands over a configuration in which nothing is set. */
export function isBlank(configuration: Partial<LaunchConfiguration>): boolean {
  return !configuration.type && !configuration.request && !configuration.name;
}

/** Where a running project listens for debuggers; `undefined` if the adapter is to find it by the project. */
export function attachPort(configuration: Partial<LaunchConfiguration>): number | undefined {
  const port = configuration['port'];
  if (port === undefined) {
    return undefined;
  }
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(
      '"port" of the configuration must be the one on which the project listens: start it by "durascope dev --dap-port PORT".',
    );
  }
  return port;
}

/** Makes the paths absolute: the adapter's own folder means nothing to the user. */
export function withAbsolutePaths(configuration: LaunchConfiguration, workspaceFolder: string): LaunchConfiguration {
  if (configuration.request === 'attach' && configuration['port'] !== undefined) {
    return configuration;
  }
  const project = absolute(configuration['project'] ?? workspaceFolder, workspaceFolder);
  const against = typeof project === 'string' ? project : workspaceFolder;
  return {
    ...configuration,
    project,
    ...pathAttribute('config', configuration, against),
    ...pathAttribute('persistTo', configuration, against),
  };
}

/**
 * The project folders among these configuration files; those that hold the open file first, the
 * innermost of them foremost.
 */
export function projectFolders(configFiles: readonly string[], openFile: string | undefined): readonly string[] {
  const folders = [...new Set(configFiles.map((file) => dirname(file)))].sort();
  const holding = folders.filter((folder) => openFile !== undefined && contains(folder, openFile));
  const innermostFirst = holding.sort((a, b) => b.length - a.length);
  return [...innermostFirst, ...folders.filter((folder) => !holding.includes(folder))];
}

export function contains(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}

function pathAttribute(
  name: string,
  configuration: LaunchConfiguration,
  against: string,
): Readonly<Record<string, unknown>> {
  return configuration[name] === undefined ? {} : { [name]: absolute(configuration[name], against) };
}

/** What is not a path is left for the adapter to refuse. */
function absolute(value: unknown, against: string): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => absolute(item, against));
  }
  return typeof value === 'string' ? resolve(against, value) : value;
}
