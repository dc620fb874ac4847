// As TinyBase's guide to Durable Objects has it: clients of a path synchronize, the object stores a copy.
import { createMergeableStore } from 'tinybase';
import { createDurableObjectStoragePersister } from 'tinybase/persisters/persister-durable-object-storage';
import {
  WsServerDurableObject,
  getWsServerDurableObjectFetch,
} from 'tinybase/synchronizers/synchronizer-ws-server-durable-object';

export class TinyBaseDurableObject extends WsServerDurableObject {
  createPersister() {
    return createDurableObjectStoragePersister(createMergeableStore(), this.ctx.storage);
  }
}

export default {
  fetch: getWsServerDurableObjectFetch('TinyBaseDurableObjects'),
};
