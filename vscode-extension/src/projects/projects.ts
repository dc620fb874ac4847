/**
 * The projects that run now, whoever started them: a debug session, or `durascope dev` in a terminal.
 *
 * A *source* (the debug session's id, the path of a control file) says where a project is with
 * {@link RunningProjects.add} and that it ended with `remove`. Two sources may name one process: it
 * is one project then, and lives until the last source is gone or the process stops answering.
 * Knows nothing of the editor.
 */
import type { ControlAddress } from '../control/address.ts';
import { ControlClient, ControlError } from '../control/client.ts';
import { EventStream } from '../control/events.ts';
import type { ControlEvent, ProjectInfo } from '../control/protocol.ts';

export interface RunningProject {
  /** The control API's address, which is also the project's identity. */
  readonly url: string;
  readonly client: ControlClient;
  readonly info: ProjectInfo;
}

/** The development server's address without its scheme, as it is shown. */
export function shownAddress({ info }: RunningProject): string {
  return info.ready?.replace(/^https?:\/\//, '') ?? 'starting';
}

export type ProjectsChange =
  /** A project came or went, or has to be read anew from the top. */
  | { readonly type: 'projects' }
  | { readonly type: 'event'; readonly project: RunningProject; readonly event: ControlEvent };

/** Where news go that are no change of the projects. */
export interface Report {
  /** For whoever looks into the matter. */
  readonly note: (message: string) => void;
  /** For the user: something that should work does not. */
  readonly problem: (message: string) => void;
}

interface Entry {
  readonly address: ControlAddress;
  readonly sources: Set<string>;
  readonly stream: EventStream;
  project: RunningProject | undefined;
}

export class RunningProjects {
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<(change: ProjectsChange) => void>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  /** The projects that have answered, in the order in which they came. */
  all(): readonly RunningProject[] {
    return [...this.#entries.values()].flatMap((entry) => (entry.project === undefined ? [] : [entry.project]));
  }

  find(url: string): RunningProject | undefined {
    return this.#entries.get(url)?.project;
  }

  /** Returns a function that ends the listening. */
  onChange(listener: (change: ProjectsChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(source: string, address: ControlAddress): void {
    const known = this.#entries.get(address.url);
    if (known?.address.token === address.token) {
      known.sources.add(source);
      return;
    }
    // Another token at the same port: another process has taken the place of an ended one.
    this.#drop(address.url);
    this.remove(source);
    const client = new ControlClient(address);
    const entry: Entry = {
      address,
      sources: new Set([source]),
      project: undefined,
      stream: new EventStream(client.eventsUrl(), {
        onOpen: () => void this.#readProject(entry, client),
        onEvent: (event) => {
          this.#receive(entry, client, event);
        },
        onProblem: (problem) => {
          this.#report.note(`${address.url}: ${problem.message}`);
        },
        onEnd: () => {
          this.#report.note(`${address.url}: the project has ended`);
          this.#drop(address.url);
        },
      }),
    };
    this.#entries.set(address.url, entry);
  }

  remove(source: string): void {
    for (const [url, entry] of this.#entries) {
      if (entry.sources.delete(source) && entry.sources.size === 0) {
        this.#drop(url);
      }
    }
  }

  close(): void {
    this.#listeners.clear();
    for (const url of [...this.#entries.keys()]) {
      this.#drop(url);
    }
  }

  async #readProject(entry: Entry, client: ControlClient): Promise<void> {
    try {
      const info = await client.project();
      if (this.#entries.get(entry.address.url) === entry) {
        entry.project = { url: entry.address.url, client, info };
        this.#emit({ type: 'projects' });
      }
    } catch (error) {
      if (!(error instanceof ControlError)) {
        throw error;
      }
      // A project that ends just now is nothing to complain about; the stream's end will tell.
      const tell = error.kind === 'unreachable' ? this.#report.note : this.#report.problem;
      tell(`${entry.address.url}: ${error.message}`);
    }
  }

  #receive(entry: Entry, client: ControlClient, event: ControlEvent): void {
    // The new version may have other classes; and a project without an address may have got one.
    if (event.type === 'reloaded' || entry.project?.info.ready === null) {
      void this.#readProject(entry, client);
    } else if (entry.project !== undefined) {
      this.#emit({ type: 'event', project: entry.project, event });
    }
  }

  #drop(url: string): void {
    const entry = this.#entries.get(url);
    if (entry !== undefined) {
      entry.stream.close();
      this.#entries.delete(url);
      this.#emit({ type: 'projects' });
    }
  }

  #emit(change: ProjectsChange): void {
    for (const listener of this.#listeners) {
      listener(change);
    }
  }
}
