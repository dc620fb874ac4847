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
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const tools = resolve(process.argv[2] ?? ".");
const target = join(here, "../resources/dev/durascope/runtime/storage/interchange");
const wrangler = [process.execPath, "--no-warnings", join(tools, "node_modules/wrangler/wrangler-dist/cli.js")];
const durascope = process.env.DURASCOPE?.split(" ") ?? [resolve(here, "../../../../durascope")];
const env = { ...process.env, WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false", DO_NOT_TRACK: "1", CI: "1" };

/** Asks the worker one thing under a tool. */
async function ask(tool, project, path, signal) {
  const child = spawn(tool[0], [...tool.slice(1), "dev", ...(tool === wrangler ? [] : [project]), "--port", "0", "--ip", "127.0.0.1"], {
    cwd: tool === wrangler ? project : process.cwd(),
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const ended = new Promise((done) => child.on("exit", done));
  let log = "";
  try {
    const address = await new Promise((done, fail) => {
      const listen = (chunk) => {
        log += chunk;
        const ready = /Ready on (http:\/\/\S+)/.exec(log);
        if (ready) done(ready[1]);
      };
      child.stdout.on("data", listen);
      child.stderr.on("data", listen);
      ended.then((code) => fail(new Error(`${tool.join(" ")} ended with ${code}\n${log}`)));
    });
    const response = await fetch(address + path);
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status}: ${text}\n${log}`);
    return JSON.parse(text);
  } finally {
    if (signal === "SIGKILL") process.kill(-child.pid, signal);
    else child.kill(signal);
    await ended;
  }
}

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
