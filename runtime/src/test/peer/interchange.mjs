/**
 * Lets data go from the real `wrangler dev` to `durascope dev` and back, and says what did not arrive as it was.
 *
 *   node interchange.mjs DIR [--record]     DIR has a node_modules folder with wrangler in it
 *
 * The worker of ./interchange writes under the one and reads under the other, and compares inside the objects.
 * wrangler is ended in two ways: as by Ctrl-C, and killed, so that it leaves its write-ahead logs behind.
 * With --record, what the killed one left, each file packed, and what came out go to ../resources/dev/durascope/runtime/storage/interchange/,
 * for `InterchangeTest`. DURASCOPE is the command of `durascope`, if it is not that of this repository.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { ask, commands } from "./dev.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const tools = resolve(process.argv[2] ?? ".");
const target = join(here, "../resources/dev/durascope/runtime/storage/interchange");
const { wrangler, durascope } = commands(tools);

function newProject() {
  const project = mkdtempSync(join(tmpdir(), "interchange-"));
  cpSync(join(here, "interchange"), project, { recursive: true });
  cpSync(join(here, "worker/specimens.mjs"), join(project, "specimens.mjs"));
  return project;
}

const files = (project) => readdirSync(join(project, ".wrangler/state/v3/do"), { recursive: true });

const version = (name) => JSON.parse(readFileSync(join(tools, "node_modules", name, "package.json"), "utf8")).version;
const result = { wrangler: version("wrangler"), workerd: version("workerd") };

for (const [name, writer, signal, reader] of [
  ["fromWrangler", wrangler, "SIGINT", durascope],
  ["fromKilledWrangler", wrangler, "SIGKILL", durascope],
  ["fromDurascope", durascope, "SIGINT", wrangler],
  ["fromKilledDurascope", durascope, "SIGKILL", wrangler],
]) {
  const project = newProject();
  await ask(writer, project, "/write", signal);
  const logs = files(project).filter((file) => file.endsWith("-wal") && statSync(join(project, ".wrangler/state/v3/do", file)).size > 0);
  if (process.argv.includes("--record") && name === "fromKilledWrangler") {
    rmSync(target, { recursive: true, force: true });
    for (const file of files(project)) {
      const path = join(project, ".wrangler/state/v3/do", file);
      if (statSync(path).isDirectory() || file.endsWith("-shm")) continue;
      const packed = join(target, "state/v3/do", `${file}.gz`);
      mkdirSync(dirname(packed), { recursive: true });
      writeFileSync(packed, gzipSync(readFileSync(path), { level: 9 }));
    }
  }
  const { values, found } = await ask(reader, project, "/read", "SIGINT");
  result[name] = { values, logsLeft: logs.length, differences: found };
  console.log(name, result[name]);
  rmSync(project, { recursive: true, force: true });
}
if (process.argv.includes("--record")) {
  writeFileSync(join(target, "result.json"), `${JSON.stringify(result, null, 2)}\n`);
}
process.exitCode = ["fromWrangler", "fromKilledWrangler", "fromDurascope", "fromKilledDurascope"].every((name) => result[name].differences.length === 0) ? 0 : 1;
