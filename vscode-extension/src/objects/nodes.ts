/**
 * What a row of the objects tree can be. A closed set: a new kind of row is a new member here, a
 * case in `tree.ts` (its children) and one in `appearance.ts` (its looks).
 */
import type { ObjectInfo, ObjectRef, SocketInfo, StorageEntry, WorkerInfo } from '../control/protocol.ts';
import type { RunningProject } from '../projects/projects.ts';

export interface WorkerNode {
  readonly kind: 'worker';
  readonly project: RunningProject;
  readonly worker: WorkerInfo;
}

export interface ClassNode {
  readonly kind: 'class';
  readonly project: RunningProject;
  readonly worker: string;
  readonly className: string;
  readonly storage: 'sqlite' | 'kv';
  readonly bindings: readonly string[];
}

export interface ObjectNode {
  readonly kind: 'object';
  readonly project: RunningProject;
  readonly ref: ObjectRef;
  readonly object: ObjectInfo;
}

export interface AlarmNode {
  readonly kind: 'alarm';
  readonly at: number;
}

export interface SocketsNode {
  readonly kind: 'sockets';
  readonly sockets: readonly SocketInfo[];
}

export interface SocketNode {
  readonly kind: 'socket';
  readonly socket: SocketInfo;
}

export interface KeyNode {
  readonly kind: 'key';
  readonly project: RunningProject;
  readonly ref: ObjectRef;
  readonly objectName: string | null;
  readonly entry: StorageEntry;
}

/** Stands at the end of a list that has more than was read. */
export interface MoreNode {
  readonly kind: 'more';
  readonly parentId: string;
}

/** Stands in place of what could not be read. */
export interface ProblemNode {
  readonly kind: 'problem';
  readonly message: string;
}

export type NodeContent =
  WorkerNode | ClassNode | ObjectNode | AlarmNode | SocketsNode | SocketNode | KeyNode | MoreNode | ProblemNode;

/**
 * One row. The row of one thing stays the same JavaScript object for as long as the thing is shown,
 * because the editor knows rows by identity; what the row shows is replaced as the project changes.
 */
export interface TreeNode<C extends NodeContent = NodeContent> {
  /** Unique in the tree, and the same again for the same thing. */
  readonly id: string;
  readonly content: C;
}
