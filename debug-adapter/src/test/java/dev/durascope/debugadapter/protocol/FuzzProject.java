package dev.durascope.debugadapter.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What fuzzing clients debug: objects that call each other, wait, throw, count and are woken up.
 */
record FuzzProject(Path directory) implements AutoCloseable {

  static final List<String> PATHS =
      List.of(
          "/a/count",
          "/b/count",
          "/a/relay",
          "/b/slow",
          "/a/fail",
          "/a/caught",
          "/b/alarm",
          "/a/sql",
          "/a/log",
          "/c/loop",
          "/b/bytes");

  /** As many lines as the longest version of the code has. */
  static final int LINES = 72;

  private static final String CONFIG =
      """
      name = "fuzz"
      main = "src/index.ts"
      compatibility_date = "2026-01-01"
      [[durable_objects.bindings]]
      name = "ROOMS"
      class_name = "Room"
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Room"]
      """;

  private static final String CODE =
      """
      import { DurableObject } from "cloudflare:workers";

      interface Visit { readonly path: string; readonly at: number }

      const seen = new Map<string, Visit>();
      let total = 0;

      export class Room extends DurableObject<any> {
        #secret = { depth: [1, [2, [3]]] };
        visits: Visit[] = [];

        constructor(ctx: any, env: any) {
          super(ctx, env);
          ctx.blockConcurrencyWhile(async () => {
            total = (await ctx.storage.get("total")) ?? 0;
          });
        }

        async fetch(request: Request): Promise<Response> {
          const name = new URL(request.url).pathname.split("/")[2];
          this.visits.push({ path: name, at: Date.now() });
          const answer = await (this as any)[name](request);
          return new Response(String(answer));
        }

        async count() {
          total += 1;
          await this.ctx.storage.put("total", total);
          return total + this.#secret.depth.length;
        }

        async relay() {
          const other = this.env.ROOMS.getByName("z");
          const first = await other.count();
          const second = await other.count();
          return first + second;
        }

        async slow() {
          for (let i = 0; i < 3; i++) {
            await scheduler.wait(5);
          }
          return new Promise((resolve) => setTimeout(() => resolve("slow"), 5));
        }

        fail() { throw new TypeError("failed", { cause: new Error("inner") }); }

        async caught() {
          try { await Promise.reject(new RangeError("caught")); } catch (e) { return (e as Error).name; }
        }

        async alarm() { seen.set("alarm", { path: "", at: 0 }); }

        sql() {
          this.ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS t (n INTEGER, s TEXT)");
          this.ctx.storage.sql.exec("INSERT INTO t VALUES (?, ?)", total, "x");
          return this.ctx.storage.sql.exec("SELECT count(*) AS n FROM t").one().n;
        }

        log() { console.log("seen", seen, this.visits); return console.group("g"); }
        loop() { let n = 0; for (let i = 0; i < 200; i++) n += i; return n; }
        bytes() { const b = new Uint8Array(300).fill(7); debugger; return b.length; }
      }

      export default {
        fetch: (request: Request, env: any) =>
          env.ROOMS.getByName(new URL(request.url).pathname.split("/")[1]).fetch(request),
      };
      """;

  static FuzzProject create() {
    try {
      var project = new FuzzProject(Files.createTempDirectory("fuzz").toRealPath());
      Files.createDirectories(project.directory.resolve("src"));
      Files.writeString(project.directory.resolve("wrangler.toml"), CONFIG);
      project.save(0);
      return project;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file() {
    return directory.resolve("src/index.ts");
  }

  /** Some versions have lines more or less, and some are no programs. */
  void save(int version) {
    var text =
        switch (version % 5) {
          case 0 -> CODE;
          case 1 -> "// one more\n\n" + CODE;
          case 2 ->
              CODE.replace("total += 1;", "total += 2; void version;").replace("version", "0");
          case 3 -> CODE.substring(0, CODE.length() / 2);
          default ->
              CODE.replace("let total = 0;", "let total = 0; throw new Error('at the start');");
        };
    try {
      Files.writeString(file(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
