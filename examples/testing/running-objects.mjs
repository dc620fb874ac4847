/** The objects of a project that runs, by the control API: see docs/protocols.md. */
import assert from 'node:assert/strict';

const PATIENCE_MILLIS = 60_000;

export class RunningObjects {
  #api;
  #token;

  /** `panel` is the panel's address as `durascope dev` prints it. */
  constructor(panel) {
    const url = new URL(panel);
    this.#api = `${url.origin}/api/v1`;
    this.#token = url.searchParams.get('token');
  }

  /** The object of a class that was made by a name, with its state, alarm and number of sockets. */
  async named(worker, className, name) {
    const query = new URLSearchParams({ worker, class: className });
    const { objects } = await this.#get(`/objects?${query}`);
    const object = objects.find((candidate) => candidate.name === name);
    assert.ok(object, `no ${className} "${name}" among ${JSON.stringify(objects)}`);
    return { ...object, path: `/objects/${worker}/${className}/${object.id}` };
  }

  /** Takes the object out of memory, as soon as nothing of it is in progress. */
  async hibernate(object) {
    await until(`${object.name} hibernates`, async () => {
      const response = await this.#send('POST', `${object.path}/hibernate`);
      if (response.status === 409) return undefined;
      assert.equal(response.status, 200, await response.text());
      return true;
    });
  }

  /** Starts the object's alarm, and resolves to the value that it leaves under `key`. */
  async fireAlarm(object, key) {
    const response = await this.#send('POST', `${object.path}/alarm`);
    assert.equal(response.status, 200, await response.text());
    return until(`the alarm writes ${key}`, async () => {
      const stored = await this.#send('GET', `${object.path}/storage/${encodeURIComponent(key)}`);
      return stored.status === 404 ? undefined : (await stored.json()).value;
    });
  }

  async #get(path) {
    const response = await this.#send('GET', path);
    const text = await response.text();
    assert.equal(response.status, 200, `${path}: ${text}`);
    return JSON.parse(text);
  }

  #send(method, path) {
    return fetch(this.#api + path, { method, headers: { authorization: `Bearer ${this.#token}` } });
  }
}

/** Asks until there is an answer; each question is a request, so the server is never pressed by more than one. */
async function until(what, answer) {
  const end = Date.now() + PATIENCE_MILLIS;
  for (;;) {
    const given = await answer();
    if (given !== undefined) return given;
    assert.ok(Date.now() < end, `Not within ${PATIENCE_MILLIS} ms: ${what}`);
  }
}
