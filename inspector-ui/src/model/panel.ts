/**
 * What the panel shows, and what its user can do. The state is one immutable value; views draw it
 * and call methods. Pure but for the {@link Control} it is given.
 *
 * A change that the server tells of leads to reading the affected part again, and only if it is on
 * the screen.
 */
import { ControlError, type Control } from '../control/client.ts';
import type {
  ClassRef,
  ClockInfo,
  ClockMove,
  ControlEvent,
  Json,
  ObjectAction,
  ObjectDetail,
  ObjectInfo,
  ObjectRef,
  Page,
  ProjectInfo,
  StorageEntry,
  StoredValue,
} from '../control/protocol.ts';
import { Refresher } from './refresher.ts';

export interface PanelState {
  readonly connection: 'connecting' | 'live' | 'lost';
  readonly project: ProjectInfo | null;
  readonly classRef: ClassRef | null;
  readonly objects: Page<ObjectInfo> | null;
  readonly object: OpenObject | null;
  /** As it was when it was last read; null until then. */
  readonly clock: ClockInfo | null;
  /** The last thing that went wrong, until the next action. */
  readonly problem: string | null;
}

export interface OpenObject {
  readonly ref: ObjectRef;
  readonly detail: ObjectDetail | null;
  readonly prefix: string;
  readonly entries: Page<StorageEntry> | null;
  readonly key: string | null;
  /** Of `key`; null while it is read, or when it is gone. */
  readonly value: StoredValue | null;
}

const NO_ENTRIES: Page<never> = { items: [], cursor: null };

export class Panel {
  readonly #control: Control;
  readonly #onChange: (state: PanelState) => void;
  readonly #list = new Refresher(() => this.#guard(() => this.#readList()));
  readonly #object = new Refresher(() => this.#guard(() => this.#readObject()));
  readonly #clock = new Refresher(() => this.#guard(() => this.#readClock()));
  #state: PanelState = {
    connection: 'connecting',
    project: null,
    classRef: null,
    objects: null,
    object: null,
    clock: null,
    problem: null,
  };

  constructor(control: Control, onChange: (state: PanelState) => void) {
    this.#control = control;
    this.#onChange = onChange;
  }

  get state(): PanelState {
    return this.#state;
  }

  /** The stream of changes is connected: what came before is unknown, so all is read. */
  async connected(): Promise<void> {
    this.#set({ connection: 'live', problem: null });
    await this.#readAll();
  }

  lost(): void {
    this.#set({ connection: 'lost' });
  }

  async changed(event: ControlEvent): Promise<void> {
    switch (event.type) {
      case 'objectsChanged':
        if (sameClass(this.#state.classRef, { worker: event.worker, className: event.class })) {
          await Promise.all([this.#list.run(), this.#object.run()]);
        }
        return;
      case 'storageChanged':
        if (this.#state.object?.ref.id === event.id) {
          await this.#object.run();
        }
        return;
      case 'reloaded':
        await this.#readAll();
        return;
      case 'log':
        return;
    }
  }

  async openClass(classRef: ClassRef): Promise<void> {
    this.#set({ classRef, objects: null, object: null, problem: null });
    await this.#list.run();
  }

  async openObject(ref: ObjectRef): Promise<void> {
    this.#set({
      object: { ref, detail: null, prefix: '', entries: null, key: null, value: null },
      problem: null,
    });
    await this.#object.run();
  }

  async openKey(key: string): Promise<void> {
    this.#setObject({ key, value: null });
    await this.#object.run();
  }

  async filterKeys(prefix: string): Promise<void> {
    this.#setObject({ prefix, entries: null });
    await this.#object.run();
  }

  async moreObjects(): Promise<void> {
    const { classRef, objects } = this.#state;
    if (classRef !== null && objects !== null && objects.cursor !== null) {
      const { cursor } = objects;
      await this.#guard(async () => {
        const next = await this.#control.objects(classRef, cursor);
        if (this.#state.objects === objects) {
          this.#set({ objects: appended(objects, next) });
        }
      });
    }
  }

  async moreKeys(): Promise<void> {
    const open = this.#state.object;
    const entries = open?.entries;
    if (open && entries && entries.cursor !== null) {
      const { cursor } = entries;
      await this.#guard(async () => {
        const next = await this.#control.storage(open.ref, open.prefix, cursor);
        if (this.#state.object?.entries === entries) {
          this.#setObject({ entries: appended(entries, next) });
        }
      });
    }
  }

  act(action: ObjectAction): Promise<void> {
    return this.#change((ref) => this.#control.act(ref, action));
  }

  /** Stops time, moves it on or lets it go on; alarms that become due thereby run. */
  async moveClock(move: ClockMove): Promise<void> {
    this.#set({ problem: null });
    await this.#guard(async () => this.#set({ clock: await this.#control.moveClock(move) }));
  }

  writeKey(key: string, value: Json): Promise<void> {
    return this.#change((ref) => this.#control.write(ref, key, value));
  }

  async removeKey(key: string): Promise<void> {
    await this.#change((ref) => this.#control.remove(ref, key));
    if (this.#state.problem === null && this.#state.object?.key === key) {
      this.#setObject({ key: null, value: null });
    }
  }

  async #change(make: (ref: ObjectRef) => Promise<void>): Promise<void> {
    const ref = this.#state.object?.ref;
    if (ref === undefined) {
      return;
    }
    this.#set({ problem: null });
    await this.#guard(() => make(ref));
    if (this.#state.problem === null) {
      await Promise.all([this.#list.run(), this.#object.run()]);
    }
  }

  async #readAll(): Promise<void> {
    await this.#guard(async () => {
      const project = await this.#control.project();
      const classes = classesOf(project);
      const known = classes.find((each) => sameClass(each, this.#state.classRef));
      this.#set({ project, classRef: known ?? classes[0] ?? null });
    });
    await Promise.all([this.#clock.run(), this.#list.run(), this.#object.run()]);
  }

  async #readClock(): Promise<void> {
    this.#set({ clock: await this.#control.clock() });
  }

  async #readList(): Promise<void> {
    const { classRef } = this.#state;
    if (classRef !== null) {
      const shown = this.#state.objects?.items.length ?? 0;
      const objects = await readAtLeast(shown, (cursor) => this.#control.objects(classRef, cursor));
      if (sameClass(classRef, this.#state.classRef)) {
        this.#set({ objects });
      }
    }
  }

  async #readObject(): Promise<void> {
    const open = this.#state.object;
    if (open === null) {
      return;
    }
    const shown = open.entries?.items.length ?? 0;
    const keys = readAtLeast(shown, (cursor) => this.#control.storage(open.ref, open.prefix, cursor));
    const [detail, entries, value] = await Promise.all([
      unlessGone(this.#control.object(open.ref), null),
      unlessGone(keys, NO_ENTRIES),
      open.key === null ? null : unlessGone(this.#control.value(open.ref, open.key), null),
    ]);
    const now = this.#state.object;
    if (now?.ref === open.ref && now.prefix === open.prefix && now.key === open.key) {
      this.#setObject({ detail, entries, value });
    }
  }

  async #guard(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.#set({ problem: error instanceof Error ? error.message : String(error) });
    }
  }

  #set(change: Partial<PanelState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange(this.#state);
  }

  #setObject(change: Partial<OpenObject>): void {
    const { object } = this.#state;
    if (object !== null) {
      this.#set({ object: { ...object, ...change } });
    }
  }
}

export function classesOf(project: ProjectInfo): ClassRef[] {
  return project.workers.flatMap((worker) =>
    worker.classes.map(({ className }) => ({ worker: worker.name, className })),
  );
}

export function sameClass(one: ClassRef | null, other: ClassRef | null): boolean {
  return one?.worker === other?.worker && one?.className === other?.className;
}

function appended<T>(page: Page<T>, next: Page<T>): Page<T> {
  return { items: [...page.items, ...next.items], cursor: next.cursor };
}

/** Reads a list anew, as far as it was on the screen. */
async function readAtLeast<T>(count: number, read: (cursor: string | null) => Promise<Page<T>>): Promise<Page<T>> {
  let page = await read(null);
  while (page.items.length < count && page.cursor !== null) {
    page = appended(page, await read(page.cursor));
  }
  return page;
}

/** What is gone while it is looked at is no problem: the panel shows that it is gone. */
async function unlessGone<T>(reading: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ControlError && (error.code === 'no-such-object' || error.code === 'no-such-key')) {
      return otherwise;
    }
    throw error;
  }
}
