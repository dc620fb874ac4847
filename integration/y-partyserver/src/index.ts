import { routePartykitRequest } from 'partyserver';
import { YServer } from 'y-partyserver';
import * as Y from 'yjs';

const textOf = (document: Y.Doc) => document.getText('text').toString();

/** A Yjs document that is kept in storage, whole, whenever it has changed. */
export class Notes extends YServer {
  static options = { hibernate: true };
  static callbackOptions = { debounceWait: 10, debounceMaxWait: 50 };

  async onLoad() {
    const stored = await this.ctx.storage.get<Uint8Array>('document');
    if (stored) Y.applyUpdate(this.document, stored);
  }

  async onSave() {
    await this.ctx.storage.put('document', Y.encodeStateAsUpdate(this.document));
  }

  /** The text as it is, and as it is stored. */
  async onRequest() {
    const stored = new Y.Doc();
    const update = await this.ctx.storage.get<Uint8Array>('document');
    if (update) Y.applyUpdate(stored, update);
    return Response.json({ text: textOf(this.document), stored: textOf(stored) });
  }
}

export default {
  async fetch(request, env) {
    return (await routePartykitRequest(request, env)) ?? new Response('Not found', { status: 404 });
  },
} satisfies ExportedHandler;
