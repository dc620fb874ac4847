/**
 * The objects tree without an editor: which rows there are, read from the running projects on
 * demand, and which row a change in a project concerns.
 *
 * Nothing is read ahead: the editor asks for the children of rows that are open and visible, and
 * only that is fetched. Lists come in pages of {@link PAGE_SIZE}; "load more" lengthens one list.
 */
import { ControlError } from '../control/client.ts';
import type { ObjectDetail } from '../control/protocol.ts';
import type { ProjectsChange, RunningProjects } from '../projects/projects.ts';
import type {
  AlarmNode,
  ClassNode,
  KeyNode,
  NodeContent,
  ObjectNode,
  SocketNode,
  SocketsNode,
  TreeNode,
  WorkerNode,
} from './nodes.ts';

/** How many objects, or keys, one step of a list shows. */
export const PAGE_SIZE = 100;

interface MutableNode {
  readonly id: string;
  content: NodeContent;
}

interface Child {
  readonly name: string;
  readonly content: NodeContent;
}

interface Listing {
  readonly children: readonly Child[];
  readonly more: boolean;
}

/** What a change asks the editor to draw anew: one row with all below it, everything, or nothing. */
export type Refresh =
  { readonly of: 'row'; readonly node: TreeNode } | { readonly of: 'all' } | { readonly of: 'nothing' };

export class ObjectsTree {
  readonly #projects: RunningProjects;
  readonly #nodes = new Map<string, MutableNode>();
  readonly #pages = new Map<string, number>();

  constructor(projects: RunningProjects) {
    this.#projects = projects;
  }

  roots(): readonly TreeNode[] {
    const workers = this.#projects.all().flatMap((project) =>
      project.info.workers.map((worker): Child => ({
        name: segments(project.url, worker.name),
        content: { kind: 'worker', project, worker },
      })),
    );
    return this.#place('', workers);
  }

  async children(node: TreeNode): Promise<readonly TreeNode[]> {
    const listing = await this.#list(node);
    const more: readonly Child[] = listing.more ? [{ name: 'more', content: { kind: 'more', parentId: node.id } }] : [];
    return this.#place(node.id, [...listing.children, ...more]);
  }

  /** Lengthens the list that ends in this "more" row; returns the row whose children to read again. */
  loadMore(parentId: string): TreeNode | undefined {
    this.#pages.set(parentId, this.#pagesOf(parentId) + 1);
    return this.#nodes.get(parentId);
  }

  /** What has to be drawn anew after this change. A row that nobody has opened needs nothing. */
  refreshFor(change: ProjectsChange): Refresh {
    if (change.type === 'projects') {
      return { of: 'all' };
    }
    const { project, event } = change;
    switch (event.type) {
      case 'objectsChanged':
        return this.#row(segments(project.url, event.worker), event.className);
      case 'storageChanged':
        return this.#row(segments(project.url, event.worker), event.className, event.id);
      case 'reloaded':
        return { of: 'all' };
    }
  }

  #row(...path: readonly string[]): Refresh {
    const node = this.#nodes.get(path.map((name) => `/${name}`).join(''));
    return node === undefined ? { of: 'nothing' } : { of: 'row', node };
  }

  async #list(node: TreeNode): Promise<Listing> {
    try {
      return await this.#read(node);
    } catch (error) {
      if (error instanceof ControlError) {
        return complete([{ name: 'problem', content: { kind: 'problem', message: error.message } }]);
      }
      throw error;
    }
  }

  async #read(node: TreeNode): Promise<Listing> {
    const { content } = node;
    switch (content.kind) {
      case 'worker':
        return complete(classesOf(content));
      case 'class':
        return this.#objectsOf(node.id, content);
      case 'object':
        return this.#contentsOf(node.id, content);
      case 'sockets':
        return complete(socketsOf(content));
      case 'alarm':
      case 'socket':
      case 'key':
      case 'more':
      case 'problem':
        return complete([]);
    }
  }

  async #objectsOf(id: string, of: ClassNode): Promise<Listing> {
    const { project, worker, className } = of;
    const { items, more } = await readPages(this.#pagesOf(id), async (cursor) => {
      const page = await project.client.objects({ worker, className }, { limit: PAGE_SIZE, cursor });
      return { items: page.objects, cursor: page.cursor };
    });
    const children = items.map((object): Child => {
      const content: ObjectNode = { kind: 'object', project, ref: { worker, className, id: object.id }, object };
      return { name: object.id, content };
    });
    return { children, more };
  }

  async #contentsOf(id: string, of: ObjectNode): Promise<Listing> {
    const { project, ref } = of;
    const [detail, { items, more }] = await Promise.all([
      project.client.object(ref),
      readPages(this.#pagesOf(id), async (cursor) => {
        const page = await project.client.storage(ref, { limit: PAGE_SIZE, cursor });
        return { items: page.entries, cursor: page.cursor };
      }),
    ]);
    const keys = items.map((entry): Child => {
      const content: KeyNode = { kind: 'key', project, ref, objectName: detail.name, entry };
      return { name: segments('key', entry.key), content };
    });
    return { children: [...attributesOf(detail), ...keys], more };
  }

  #pagesOf(id: string): number {
    return this.#pages.get(id) ?? 1;
  }

  /** Gives each child its row: the one it had, with new content, or a new one. Forgets rows that went. */
  #place(parentId: string, children: readonly Child[]): readonly TreeNode[] {
    const placed = children.map(({ name, content }) => {
      const id = `${parentId}/${name}`;
      const node = this.#nodes.get(id) ?? { id, content };
      node.content = content;
      this.#nodes.set(id, node);
      return node;
    });
    this.#forgetOthers(parentId, placed);
    return placed;
  }

  #forgetOthers(parentId: string, kept: readonly TreeNode[]): void {
    const keptIds = new Set(kept.map((node) => node.id));
    const prefix = `${parentId}/`;
    for (const id of [...this.#nodes.keys()]) {
      if (!id.startsWith(prefix)) {
        continue;
      }
      const end = id.indexOf('/', prefix.length);
      if (!keptIds.has(end === -1 ? id : id.slice(0, end))) {
        this.#nodes.delete(id);
        this.#pages.delete(id);
      }
    }
  }
}

function classesOf({ project, worker }: WorkerNode): readonly Child[] {
  return worker.classes.map((each) => ({
    name: each.className,
    content: { kind: 'class', project, worker: worker.name, ...each },
  }));
}

function attributesOf(detail: ObjectDetail): readonly Child[] {
  const alarm: readonly AlarmNode[] = detail.alarm === null ? [] : [{ kind: 'alarm', at: detail.alarm }];
  const sockets: readonly SocketsNode[] =
    detail.sockets.length === 0 ? [] : [{ kind: 'sockets', sockets: detail.sockets }];
  return [...alarm, ...sockets].map((content) => ({ name: content.kind, content }));
}

function socketsOf({ sockets }: SocketsNode): readonly Child[] {
  return sockets.map((socket, index) => {
    const content: SocketNode = { kind: 'socket', socket };
    return { name: String(index), content };
  });
}

function complete(children: readonly Child[]): Listing {
  return { children, more: false };
}

async function readPages<T>(
  pages: number,
  read: (cursor: string | null) => Promise<{ readonly items: readonly T[]; readonly cursor: string | null }>,
): Promise<{ readonly items: readonly T[]; readonly more: boolean }> {
  const items: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pages; page++) {
    const answer: { readonly items: readonly T[]; readonly cursor: string | null } = await read(cursor);
    items.push(...answer.items);
    cursor = answer.cursor;
    if (cursor === null) {
      break;
    }
  }
  return { items, more: cursor !== null };
}

/** Names joined to one part of a row's id; encoded, so that a slash in a name is not a step in the path. */
function segments(...names: readonly string[]): string {
  return names.map(encodeURIComponent).join(' ');
}
