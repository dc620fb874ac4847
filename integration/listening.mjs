/** What a socket of any kind hears, in the order in which it is heard. */
export class Listening {
  #heard = [];
  #waiting = [];

  /** `target` sends `message` events. */
  constructor(target) {
    target.addEventListener('message', ({ data }) => {
      const next = this.#waiting.shift();
      if (next) next(String(data));
      else this.#heard.push(String(data));
    });
  }

  /** The next message. */
  async next() {
    if (this.#heard.length > 0) return this.#heard.shift();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('Nothing was heard for 60 s')), 60_000);
      this.#waiting.push((text) => {
        clearTimeout(timer);
        resolve(text);
      });
    });
  }
}
