/**
 * Has alarms that were set under one of `wrangler dev` and `durascope dev` run under the other.
 *
 *   node alarms.mjs DIR     DIR has a node_modules folder with wrangler in it
 *
 * The worker of ./alarms sets one in objects with a name, without one, and of a class without SQL; its tool is killed
 * at once. Under the other tool it waits until they have run. DURASCOPE is the command of `durascope`, if it is not that
 * of this repository. What a wrangler had left on disk is in every build: `PeerAlarmTest`.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ask, commands } from "./dev.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { wrangler, durascope } = commands(resolve(process.argv[2] ?? "."));

for (const [name, setter, runner] of [
  ["fromWrangler", wrangler, durascope],
  ["fromDurascope", durascope, wrangler],
]) {
  const project = mkdtempSync(join(tmpdir(), "alarms-"));
  cpSync(join(here, "alarms"), project, { recursive: true });
  const ids = await ask(setter, project, "/set", "SIGKILL");
  const rang = await ask(runner, project, `/rang?${new URLSearchParams(ids)}`, "SIGINT");
  console.log(name, rang);
  if (!rang.every(({ times }) => times === 1)) process.exitCode = 1;
  rmSync(project, { recursive: true, force: true });
}
