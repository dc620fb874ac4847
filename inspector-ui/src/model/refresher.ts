/**
 * Runs a reading of the server, never two at a time: asked during a run, it runs once more
 * afterwards. A burst of changes costs two readings, and the last one always counts.
 */
export class Refresher {
  readonly #read: () => Promise<void>;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(read: () => Promise<void>) {
    this.#read = read;
  }

  /** Completes when what was the case at the time of the call has been read. */
  run(): Promise<void> {
    if (this.#running !== undefined) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#loop().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #loop(): Promise<void> {
    do {
      this.#again = false;
      await this.#read();
    } while (this.#again);
  }
}
