import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const id = env.OBJECTS.idFromName('a');
  const message = "Failed to execute 'equals' on 'DurableObjectId': parameter 1 is not of type 'DurableObjectId'.";
  for (const wrong of [undefined, null, id.toString(), {}]) assert.throws(() => id.equals(wrong), 'TypeError', message);
}
