package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.control.Schedule;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.time.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several workers in one process. */
class WorkspaceTest {
  private static final String FRONT_CONFIG =
      """
      name = "front"
      main = "index.js"
      compatibility_date = "2026-03-01"
      services = [
        { binding = "BACK", service = "back" },
        { binding = "NAMED", service = "back", entrypoint = "Named", props = { greeting = "Hi" } },
      ]
      durable_objects.bindings = [
        { name = "COUNTERS", class_name = "Counter", script_name = "back" },
      ]
      """;

  private static final String BACK_CONFIG =
      """
      name = "back"
      main = "index.js"
      compatibility_date = "2026-03-01"
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Counter"]
      """;

  private static final String FRONT =
      """
      const routes = {
        '/fetch': async (env) => (await env.BACK.fetch('http://back/path')).text(),
        '/greet': (env) => env.NAMED.greet('Ada'),
        '/count': (env) => env.COUNTERS.getByName('a').increment(1),
        '/object': async (env) => (await env.COUNTERS.getByName('a').fetch('http://x/')).text(),
        '/target': (env) => env.COUNTERS.getByName('a').handle().increment(10),
        '/callback': (env) => env.NAMED.call((n) => n * 2),
      };
      export default {
        async fetch(request, env) {
          try {
            return new Response(String(await routes[new URL(request.url).pathname](env)));
          } catch (error) {
            return new Response(`${error.name}: ${error.message}`, { status: 500 });
          }
        },
      };
      """;

  private static final String BACK =
      """
      import { DurableObject, RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';
      export class Counter extends DurableObject {
        async increment(by) {
          const n = ((await this.ctx.storage.get('n')) ?? 0) + by;
          await this.ctx.storage.put('n', n);
          return n;
        }
        fetch() { return new Response('object of back'); }
        handle() {
          const object = this;
          return new (class extends RpcTarget {
            increment(by) { return object.increment(by); }
          })();
        }
      }
      export class Named extends WorkerEntrypoint {
        greet(name) { return `${this.ctx.props.greeting}, ${name}`; }
        async call(callback) { return await callback(21); }
      }
      export default {
        fetch(request) { return new Response(`back at ${new URL(request.url).pathname}`); },
      };
      """;

  @TempDir private Path directory;
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  private Path write(String folder, String config, String module) throws Exception {
    var target = Files.createDirectories(directory.resolve(folder));
    Files.writeString(target.resolve("index.js"), module);
    return Files.writeString(target.resolve("wrangler.toml"), config);
  }

  private Workspace open(Path first, Path... others) throws Exception {
    return open(ProjectOptions.of(Objects.requireNonNull(first.getParent())), others);
  }

  private Workspace open(ProjectOptions options, Path... others) throws Exception {
    var workspace =
        Workspace.prepare(
            options,
            List.of(others),
            new ProjectLog() {
              @Override
              public void message(Level level, String text) {
                log.add(level + " " + text);
              }

              @Override
              public void script(Level level, String source, String text) {
                log.add(level + " [" + source + "] " + text);
              }
            },
            new ManualClock(1_800_000_000_000L));
    workspace.start();
    return workspace;
  }

  private static String get(Workspace workspace, String path) throws Exception {
    return TestProject.text(
        workspace
            .front()
            .fetch(
                new RequestMessage(
                    "GET", "http://localhost" + path, List.of(), Body.NONE, "follow"))
            .get(30, TimeUnit.SECONDS));
  }

  @Test
  void aFileThatIsNamedNeedsNoConfiguration() throws Exception {
    var entry =
        Files.writeString(
            directory.resolve("alone.js"),
            "export default { fetch: () => new Response('no configuration') };");
    try (var workspace = open(ProjectOptions.of(entry))) {
      assertThat(get(workspace, "/")).isEqualTo("no configuration");
    }
  }

  @Test
  void workersReachEachOtherByServicesAndScriptNames() throws Exception {
    var front = write("front", FRONT_CONFIG, FRONT);
    var back = write("back", BACK_CONFIG, BACK);
    try (var workspace = open(front, back)) {
      assertThat(get(workspace, "/fetch")).isEqualTo("back at /path");
      assertThat(get(workspace, "/greet")).isEqualTo("Hi, Ada");
      assertThat(get(workspace, "/callback")).isEqualTo("42");
      assertThat(get(workspace, "/count")).isEqualTo("1");
      assertThat(get(workspace, "/object")).isEqualTo("object of back");
      assertThat(get(workspace, "/target")).isEqualTo("11");
      assertThat(log).noneMatch(line -> line.startsWith("WARN"));
      assertThat(directory.resolve("front/.wrangler/state/v3/do/back-Counter")).isDirectory();
    }
  }

  @Test
  void oneWorkerIsReloadedByItself() throws Exception {
    var front = write("front", FRONT_CONFIG, FRONT);
    var back = write("back", BACK_CONFIG, BACK);
    try (var workspace = open(front, back)) {
      assertThat(get(workspace, "/count")).isEqualTo("1");
      var module = back.resolveSibling("index.js");
      Files.writeString(module, BACK.replace("back at", "new back at"));
      assertThat(workspace.projects().get(1).rebuild(Set.of(module))).isTrue();
      assertThat(workspace.projects().get(0).version().number()).isEqualTo(1);
      assertThat(get(workspace, "/fetch")).isEqualTo("new back at /path");
      assertThat(get(workspace, "/count")).isEqualTo("2");
    }
  }

  @Test
  void whatIsNotThereIsAWarningAtTheStartAndAnErrorWhenUsed() throws Exception {
    var front = write("front", FRONT_CONFIG, FRONT);
    try (var workspace = open(front)) {
      assertThat(log)
          .anyMatch(
              line ->
                  line.startsWith(
                      "WARN Worker \"front\"'s binding \"COUNTERS\" refers to service \"back\","
                          + " which does not run here."));
      var missing = "Worker \"back\" not found. Make sure it is running locally.";
      assertThat(get(workspace, "/fetch")).isEqualTo(missing);
      assertThat(get(workspace, "/greet")).isEqualTo("Error: " + missing);
      assertThat(get(workspace, "/count")).isEqualTo("Error: " + missing);
    }
  }

  @Test
  void aMissingClassOrEntrypointIsNamed() throws Exception {
    var front = write("front", FRONT_CONFIG, FRONT);
    var back = write("back", "name = \"back\"\nmain = \"index.js\"", "export default {};");
    try (var workspace = open(front, back)) {
      assertThat(log)
          .contains(
              "WARN Worker \"front\"'s binding \"COUNTERS\" refers to service \"back\" with a"
                  + " Durable Object entrypoint \"Counter\", but \"back\" has no such exported"
                  + " entrypoint class.",
              "WARN Worker \"front\"'s binding \"NAMED\" refers to service \"back\" with a named"
                  + " entrypoint \"Named\", but \"back\" has no such named entrypoint.");
      assertThat(get(workspace, "/count"))
          .isEqualTo(
              "Error: Worker \"back\" has no Durable Object class \"Counter\", which the binding"
                  + " \"COUNTERS\" refers to.");
      assertThat(get(workspace, "/greet"))
          .isEqualTo(
              "TypeError: The entrypoint name Named was not found in this worker. Ensure the worker"
                  + " exports an entrypoint with that name.");
    }
  }

  @Test
  void workersAreMountedByFoldersAsInMiniflare2() throws Exception {
    write("front/api", BACK_CONFIG.replace("\"back\"", "\"something else\""), BACK);
    var front = write("front", FRONT_CONFIG + "[miniflare.mounts]\nback = \"./api\"\n", FRONT);
    try (var workspace = open(front)) {
      assertThat(get(workspace, "/fetch")).isEqualTo("back at /path");
      assertThat(get(workspace, "/count")).isEqualTo("1");
    }
  }

  @Test
  void twoWorkersCannotHaveOneName() throws Exception {
    var front = write("front", FRONT_CONFIG, FRONT);
    var again = write("again", FRONT_CONFIG, FRONT);
    assertThatThrownBy(() -> open(front, again))
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining("Two workers have the name \"front\"");
  }

  @Test
  void theControlApiRunsTheSchedulesOfAll() throws Exception {
    var front = write("front", FRONT_CONFIG, FRONT);
    var back =
        write(
            "back",
            BACK_CONFIG + "[triggers]\ncrons = [\"0 * * * *\"]\n",
            BACK.replace(
                    "export default {",
                    """
                    let ran = 'nothing';
                    export default {
                      scheduled({ cron }) { ran = cron; },
                    """)
                .replace("`back at", "`${ran} at"));
    try (var workspace = open(front, back)) {
      var control = new ProjectControl(workspace, Optional::empty, new ControlEvents());
      assertThat(control.schedules()).containsExactly(new Schedule("back", "0 * * * *"));
      control.run(control.schedules().getFirst());
      assertThat(get(workspace, "/fetch")).isEqualTo("0 * * * * at /path");
      assertThatThrownBy(() -> control.run(new Schedule("nobody", "")))
          .hasMessage("The project has no worker nobody");
    }
  }

  @Test
  void theControlApiListsAllWorkers() throws Exception {
    var front = write("front", FRONT_CONFIG, FRONT);
    var back = write("back", BACK_CONFIG, BACK);
    try (var workspace = open(front, back)) {
      var control = new ProjectControl(workspace, Optional::empty, new ControlEvents());
      assertThat(control.project().workers())
          .extracting(worker -> worker.name())
          .containsExactly("front", "back");
      assertThat(control.project().workers().get(1).classes().get(0).bindings())
          .containsExactly("COUNTERS");
    }
  }
}
