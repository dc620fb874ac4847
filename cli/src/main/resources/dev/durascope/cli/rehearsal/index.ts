import { DurableObject } from "cloudflare:workers";

export class Counter extends DurableObject {
  async increment(by: number): Promise<number> {
    const value = ((await this.ctx.storage.get<number>("value")) ?? 0) + by;
    await this.ctx.storage.put("value", value);
    return value;
  }

  async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const value = await this.increment(Number(searchParams.get("by") ?? 1));
    return Response.json({ pathname, value }, { headers: { "x-counter": String(value) } });
  }
}

export default {
  async fetch(request: Request, env: { COUNTER: any }): Promise<Response> {
    return env.COUNTER.get(env.COUNTER.idFromName("rehearsal")).fetch(request);
  },
};
