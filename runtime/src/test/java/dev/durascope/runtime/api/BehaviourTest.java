package dev.durascope.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.cache.HttpCache;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.script.ModuleTable;
import dev.durascope.runtime.script.ScriptEngine;
import dev.durascope.runtime.time.SystemClock;
import dev.durascope.runtime.wire.js.ErrorForm;
import dev.durascope.runtime.wire.js.StructuredClone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the behaviour files of the web platform: each is an ES module whose default export is a test
 * function, in an isolate of its own, on one engine. The file's name is the sentence it proves.
 *
 * <p>They hold in workerd, too, and are written so that it can run them, except for those in {@code
 * own/}, which are about this runtime alone. Folders with a {@code wrangler.json} need a project
 * around them, and are not for this test. {@code -Dbehaviours=REGEX} runs only those whose path has
 * a match.
 */
class BehaviourTest {
  private static final Path FOLDER = Path.of("src/test/behaviour");
  private static final ScriptEngine ENGINE = new ScriptEngine();
  private static final SystemClock CLOCK = new SystemClock();

  @AfterAll
  static void close() {
    ENGINE.close();
    CLOCK.close();
  }

  static Stream<String> behaviours() throws IOException {
    var chosen = Pattern.compile(System.getProperty("behaviours", ""));
    try (var files = Files.walk(FOLDER, 2)) {
      return files
          .filter(file -> file.toString().endsWith(".js"))
          .filter(file -> !FOLDER.equals(file.getParent()))
          .filter(file -> !Files.exists(file.resolveSibling("wrangler.json")))
          .map(file -> FOLDER.relativize(file).toString().replaceFirst("\\.js$", ""))
          .filter(name -> chosen.matcher(name).find())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("behaviours")
  void behaves(String name) throws Exception {
    var modules =
        new ModuleTable()
            .put("/test/main.mjs", MAIN)
            .put("/test/assert.js", Files.readString(FOLDER.resolve("assert.js")))
            .put("/test/behaviour.js", Files.readString(FOLDER.resolve(name + ".js")));
    try (var isolate = Isolate.start(name, ENGINE, modules, BehaviourTest::groups)) {
      assertThat(run(isolate).get(60, TimeUnit.SECONDS)).isEqualTo("passed");
    }
  }

  /** All of the web platform that needs no project. */
  static List<HostGroup> groups(Isolate isolate) {
    var groups = new ArrayList<>(WebPlatform.groups(isolate, WebPlatform.Services.plain(CLOCK)));
    groups.add(CacheHost.group(new HttpCache(CLOCK)));
    groups.add(
        CloneHost.group(
            value -> {
              var clone = StructuredClone.of(isolate.context(), ErrorForm.ENHANCED);
              return clone.deserialize(clone.serialize(value));
            }));
    return groups;
  }

  private static final String MAIN =
      """
      import { assert } from './assert.js';
      export async function run(report) {
        try {
          const { default: behaviour } = await import('./behaviour.js');
          await behaviour(assert);
          report('passed');
        } catch (error) {
          report(`${error.name}: ${error.message}\\n${error.stack}`);
        }
      }
      """;

  /** What the behaviour reports in the end, some turns later. */
  private static CompletableFuture<String> run(Isolate isolate) {
    var result = new CompletableFuture<String>();
    ProxyExecutable report =
        arguments -> {
          result.complete(arguments[0].asString());
          return null;
        };
    isolate.post(
        () -> {
          try {
            isolate
                .context()
                .eval(
                    "js", "(report) => import('file:///test/main.mjs').then((m) => m.run(report))")
                .executeVoid(report);
          } catch (RuntimeException e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }
}
