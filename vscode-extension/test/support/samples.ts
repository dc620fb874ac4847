/** Objects as the control API describes them. */
import type { ObjectDetail, StoredValue } from '../../src/control/protocol.ts';

export const LOBBY_ID = 'a'.repeat(64);
export const ATTIC_ID = 'b'.repeat(64);

export const lobby: ObjectDetail = {
  id: LOBBY_ID,
  name: 'lobby',
  state: 'idle',
  alarm: Date.UTC(2026, 0, 2, 3, 4, 5),
  sockets: [{ tags: ['ada'], attachment: '{since: 1}', accepted: 'hibernatable' }],
};

export const attic: ObjectDetail = { id: ATTIC_ID, name: null, state: 'stored', alarm: null, sockets: [] };

export const count: StoredValue = { key: 'count', type: 'number', preview: '3', value: 3 };

export const oddKey: StoredValue = { key: 'a/b ?&#é', type: 'Object', preview: '{x: 1}', value: { x: 1 } };
