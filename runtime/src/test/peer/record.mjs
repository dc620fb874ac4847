/**
 * Records what the real `wrangler dev` leaves on disk, for the tests of `dev.durascope.runtime.storage`.
 *
 *   node record.mjs DIR     DIR has a node_modules folder with wrangler in it
 *
 * Needs Node 22.13 or newer (node:sqlite). Writes ../resources/dev/durascope/runtime/storage/peer/:
 * `state/` as wrangler's own `.wrangler/state` (with the write-ahead logs folded in, and without
 * the files of the tools' own caches), `recorded.json` with what the worker answered and the
 * versions, `schema.json` with the text of every schema.
 */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const tools = resolve(process.argv[2] ?? ".");
const target = join(here, "../resources/dev/durascope/runtime/storage/peer");
const work = mkdtempSync(join(tmpdir(), "peer-"));
cpSync(join(here, "worker"), work, { recursive: true });

const env = { ...process.env, WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false", DO_NOT_TRACK: "1", CI: "1" };
// Not bin/wrangler.js, which starts this file as a child that a signal would not reach.
const wrangler = join(tools, "node_modules/wrangler/wrangler-dist/cli.js");
const configs = ["-c", "wrangler.jsonc", "-c", "enhanced.jsonc"];
const child = spawn(process.execPath, ["--no-warnings", wrangler, "dev", ...configs, "--port", "0", "--ip", "127.0.0.1"], { cwd: work, env, stdio: ["ignore", "pipe", "pipe"] });
const ended = new Promise((done) => child.on("exit", done));
let log = "";
let text = "";
try {
  const address = await new Promise((done, fail) => {
    const listen = (chunk) => {
      log += chunk;
      const ready = /Ready on (http:\/\/\S+)/.exec(log);
      if (ready) done(ready[1]);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    ended.then((code) => fail(new Error(`wrangler ended with ${code}\n${log}`)));
  });
  const response = await fetch(address);
  text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text}\n${log}`);
} finally {
  child.kill("SIGINT");
  await ended;
}

const state = join(work, ".wrangler/state");
const schema = {};
for (const file of readdirSync(join(state, "v3/do"), { recursive: true })) {
  if (!file.endsWith(".sqlite")) continue;
  const database = new DatabaseSync(join(state, "v3/do", file));
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  schema[file] = {
    tables: database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name").all(),
    journalMode: database.prepare("PRAGMA journal_mode").get().journal_mode,
    pageSize: database.prepare("PRAGMA page_size").get().page_size,
    autoVacuum: database.prepare("PRAGMA auto_vacuum").get().auto_vacuum,
  };
  database.close();
}
rmSync(target, { recursive: true, force: true });
cpSync(join(state, "v3/do"), join(target, "state/v3/do"), { recursive: true });
const version = (name) => JSON.parse(readFileSync(join(tools, "node_modules", name, "package.json"), "utf8")).version;
writeFileSync(join(target, "schema.json"), `${JSON.stringify(schema, null, 2)}\n`);
writeFileSync(join(target, "recorded.json"), `${JSON.stringify({ wrangler: version("wrangler"), workerd: version("workerd"), ...JSON.parse(text) }, null, 2)}\n`);
rmSync(work, { recursive: true, force: true });
