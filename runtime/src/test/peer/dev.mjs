/** Runs a project under `wrangler dev` or `durascope dev` for as long as it takes to ask its worker something. */
import { spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const env = { ...process.env, WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false", DO_NOT_TRACK: "1", CI: "1" };

/** The commands; `tools` has a node_modules folder with wrangler in it. */
export function commands(tools) {
  return {
    wrangler: [process.execPath, "--no-warnings", join(tools, "node_modules/wrangler/wrangler-dist/cli.js")],
    durascope: process.env.DURASCOPE?.split(" ") ?? [resolve(here, "../../../../durascope")],
  };
}

/** Asks the worker of a project one thing under a tool, which then ends by a signal. */
export async function ask(tool, project, path, signal) {
  const isDurascope = !tool.at(-1).endsWith("cli.js");
  const child = spawn(tool[0], [...tool.slice(1), "dev", ...(isDurascope ? [project] : []), "--port", "0", "--ip", "127.0.0.1"], {
    cwd: isDurascope ? process.cwd() : project,
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
