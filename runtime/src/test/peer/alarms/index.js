import { DurableObject } from "cloudflare:workers";

/** When alarms are due: after the tool that they are set under is gone. */
const LATER = 4_000;

/** How long the tool that they run under is given. */
const PATIENCE = 30_000;

class Clock extends DurableObject {
  async set() {
    await this.ctx.storage.setAlarm(Date.now() + LATER);
    return this.ctx.id.toString();
  }

  async alarm() {
    await this.ctx.storage.put("times", ((await this.ctx.storage.get("times")) ?? 0) + 1);
  }

  async rang() {
    return { times: (await this.ctx.storage.get("times")) ?? 0, left: await this.ctx.storage.getAlarm() };
  }
}

class LegacyClock extends Clock {}

export { Clock, LegacyClock };

export default {
  async fetch(request, env) {
    const url = new URL(request.url);
    if (url.pathname === "/set") {
      return Response.json({
        named: await env.CLOCKS.getByName("named").set(),
        nameless: await env.CLOCKS.get(env.CLOCKS.newUniqueId()).set(),
        legacy: await env.LEGACY.getByName("named").set(),
      });
    }
    const id = (name) => url.searchParams.get(name);
    const clocks = [
      env.CLOCKS.get(env.CLOCKS.idFromString(id("named"))),
      env.CLOCKS.get(env.CLOCKS.idFromString(id("nameless"))),
      env.LEGACY.get(env.LEGACY.idFromString(id("legacy"))),
    ];
    const end = Date.now() + PATIENCE;
    for (;;) {
      const rang = await Promise.all(clocks.map((clock) => clock.rang()));
      if (rang.every(({ times }) => times > 0) || Date.now() > end) return Response.json(rang);
      await scheduler.wait(200);
    }
  },
};
