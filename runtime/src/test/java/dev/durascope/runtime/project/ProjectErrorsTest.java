package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is wrong with a project is said with its place and a remedy, and what ran before runs on.
 */
class ProjectErrorsTest {
  private static final String ANSWER = "export default { fetch: () => new Response('one') };";

  @TempDir private Path directory;

  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  private Path write(String name, String text) throws Exception {
    var file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Project prepare(ProjectOptions options) throws Exception {
    return Project.prepare(
        options,
        new ProjectLog() {
          @Override
          public void message(Level level, String text) {
            log.add(text);
          }

          @Override
          public void script(Level level, String source, String text) {
            log.add(text);
          }
        });
  }

  private Project run(String config, String module) throws Exception {
    write("wrangler.toml", "name = \"w\"\n" + config);
    write("index.ts", module);
    return prepare(ProjectOptions.of(directory));
  }

  private String refusal(String config, String module) {
    var thrown = new ArrayList<String>();
    assertThatThrownBy(() -> run(config, module).close())
        .isInstanceOf(ProjectException.class)
        .satisfies(error -> thrown.add(String.valueOf(error.getMessage())));
    return thrown.getFirst();
  }

  private static String fetch(Project project) throws Exception {
    return TestProject.text(
        project
            .fetch(new RequestMessage("GET", "http://localhost/", List.of(), Body.NONE, "follow"))
            .get(30, TimeUnit.SECONDS));
  }

  @Test
  void dateAndFlagsAreCheckedInWranglersAndWorkerdsWords() {
    assertThat(refusal("main = \"index.ts\"\ncompatibility_flags = [\"no_such\"]", ANSWER))
        .contains("wrangler.toml", "No such compatibility flag: no_such");
    assertThat(refusal("main = \"index.ts\"\ncompatibility_date = \"2999-01-01\"", ANSWER))
        .contains("Compatibility date \"2999-01-01\" is in the future and unsupported");
    assertThat(refusal("main = \"index.ts\"\ncompatibility_date = \"yesterday\"", ANSWER))
        .contains("Invalid compatibility date: yesterday");
  }

  @Test
  void anEntryThatIsNoneIsRefused() throws Exception {
    Files.createDirectories(directory.resolve("src"));
    assertThat(refusal("main = \"src\"", ANSWER)).contains("src is a directory, not a file");
    assertThat(refusal("main = \"missing.ts\"", ANSWER)).contains("missing.ts does not exist");
    assertThat(refusal("", ANSWER)).contains("names no entry point");
    assertThat(refusal("pages_build_output_dir = \"public\"", ANSWER)).contains("Pages project");
    assertThat(refusal("main = \"main.py\"", ANSWER)).contains("Python");
  }

  @Test
  void aServiceWorkerCanHaveNoDurableObjects() {
    assertThat(
            refusal(
                """
                main = "index.ts"
                [[durable_objects.bindings]]
                name = "MY_ROOMS"
                class_name = "Room"
                """,
                "addEventListener('fetch', () => {});"))
        .startsWith(
            "You seem to be trying to use Durable Objects in a Worker written as a service-worker.")
        .contains("script_name = my-rooms-worker");
    assertThat(
            refusal(
                "main = \"index.ts\"\n[[migrations]]\ntag = \"v1\"\nnew_classes = [\"Room\"]",
                "addEventListener('fetch', () => {});"))
        .startsWith("Durable Object migrations require ES Module format Workers");
  }

  @Test
  void aScriptThatRegistersNothingSaysSo() throws Exception {
    try (var project = run("main = \"index.ts\"", "globalThis.x = 1;")) {
      assertThatThrownBy(project::start)
          .hasMessageContaining("No event handlers were registered. This script does nothing.");
    }
  }

  @Test
  void aFileRunsWithoutAConfiguration() throws Exception {
    var file =
        write("alone.ts", "export default { fetch: (): Response => new Response('alone') };");
    try (var project = prepare(ProjectOptions.of(file))) {
      project.start();
      assertThat(fetch(project)).isEqualTo("alone");
    }
  }

  @Test
  void anErrorWhileLoadingNamesTheLineInTypeScript() throws Exception {
    try (var project =
        run(
            "main = \"index.ts\"",
            """
            interface Big {
              a: string;
            }
            const it: Big | undefined = undefined;
            export const a = (it as unknown as Big).a;
            export default {};
            """)) {
      assertThatThrownBy(project::start)
          .isInstanceOf(ProjectException.class)
          .hasMessageContaining("index.ts:5:");
    }
  }

  @Test
  void anErrorInAModuleBesideTheBundleNamesItsFile() throws Exception {
    write("lib/bad.mjs", "\nthrow new Error('in the module');\n");
    try (var project =
        run(
            "main = \"index.ts\"\nfind_additional_modules = true\n"
                + "rules = [{ type = \"ESModule\", globs = [\"**/*.mjs\"] }]",
            "import './lib/bad.mjs';\nexport default {};")) {
      assertThatThrownBy(project::start).hasMessageContaining("lib/bad.mjs:2:");
    }
  }

  private String failureOfStart(String module) throws Exception {
    var config =
        """
        main = "index.ts"
        durable_objects.bindings = [{ name = "ROOMS", class_name = "Room" }]
        """;
    var told = new ArrayList<String>();
    try (var project = run(config, module)) {
      assertThatThrownBy(project::start)
          .isInstanceOf(ProjectException.class)
          .satisfies(error -> told.add(String.valueOf(error.getMessage())));
    }
    return told.getFirst();
  }

  @Test
  void anExportThatIsNeitherFunctionNorObjectIsRefusedWithItsPlace() throws Exception {
    write("limits.ts", "export const one = 1;\nexport const limit: number = 5;\n");
    assertThat(failureOfStart("export class Room {}\nexport { limit } from './limits';\n" + ANSWER))
        .endsWith(
            "limits.ts:2:14: Incorrect type for map entry 'limit': the provided value is not of"
                + " type 'function or ExportedHandler'.");
    assertThat(
            failureOfStart("export class Room {}\nexport const nothing: null = null;\n" + ANSWER))
        .endsWith(
            "index.ts:2:14: Cannot initialize ExportedHandler with required members from an"
                + " undefined or null value.");
  }

  @Test
  void whatIsNoClassOfObjectsIsRefusedWithItsPlace() throws Exception {
    var start =
        "A DurableObjectNamespace in the config referenced the class \"Room\", but no such Durable"
            + " Object class is exported from the worker.";
    assertThat(failureOfStart("class R {}\nexport const Room = new R();\n" + ANSWER))
        .contains("index.ts:2:14: " + start)
        .endsWith("It is an instance of R: export the class itself.");
    assertThat(failureOfStart("export const Room = {};\n" + ANSWER)).endsWith("It is an object.");
    assertThat(failureOfStart("export const Room = () => {};\n" + ANSWER))
        .endsWith("It is a function that constructs nothing.");
    assertThat(
            failureOfStart(
                "import { WorkerEntrypoint } from 'cloudflare:workers';\n"
                    + "export class Room extends WorkerEntrypoint {}\n"
                    + ANSWER))
        .endsWith("It extends WorkerEntrypoint.");
  }

  @Test
  void whatElseIsExportedNeedNotBeAHandler() throws Exception {
    try (var project =
        run(
            "main = \"index.ts\"",
            "export const list = [1];\nexport const later = Promise.resolve();\n"
                + "export const compute = () => 1;\n"
                + ANSWER)) {
      project.start();
      assertThat(fetch(project)).isEqualTo("one");
    }
  }

  @Test
  void aClassThatIsNoEntrypointCannotBeFetched() throws Exception {
    try (var project =
        run("main = \"index.ts\"", "export default class { fetch() { return 'no'; } }")) {
      project.start();
      assertThatThrownBy(() -> fetch(project))
          .hasMessageContaining("The entrypoint name default refers to a Durable Object class");
    }
  }

  @Test
  void aBrokenSaveLeavesTheOldVersionRunning() throws Exception {
    try (var project = run("main = \"index.ts\"", ANSWER)) {
      project.start();
      var file = write("index.ts", "export default {\n  fetch: () => new Response('two')),\n};");
      assertThatThrownBy(() -> project.rebuild(Set.of(file)))
          .hasMessageContaining("index.ts:2:35: Expected")
          .hasMessageContaining("│   fetch: () => new Response('two')),");
      assertThat(fetch(project)).isEqualTo("one");
      write("index.ts", ANSWER.replace("one", "three"));
      assertThat(project.rebuild(Set.of(file))).isTrue();
      assertThat(fetch(project)).isEqualTo("three");
    }
  }

  @Test
  void aSaveThatFailsWhileItIsLoadedLeavesTheOldVersionRunning() throws Exception {
    try (var project = run("main = \"index.ts\"", ANSWER)) {
      project.start();
      var file = write("index.ts", ANSWER + "\nthrow new Error('at the top');");
      assertThatThrownBy(() -> project.rebuild(Set.of(file))).hasMessageContaining("at the top");
      assertThat(fetch(project)).isEqualTo("one");
      write("index.ts", ANSWER.replace("one", "two"));
      assertThat(project.rebuild(Set.of(file))).isTrue();
      assertThat(fetch(project)).isEqualTo("two");
    }
  }

  @Test
  void aBrokenConfigurationLeavesTheOldVersionRunning() throws Exception {
    try (var project = run("main = \"index.ts\"", ANSWER)) {
      project.start();
      var config = write("wrangler.toml", "name = \"w\"\nmain = index.ts\n");
      assertThatThrownBy(() -> project.rebuild(Set.of(config))).hasMessageContaining("toml:2:");
      assertThat(fetch(project)).isEqualTo("one");
    }
  }

  @Test
  void aCustomBuildMakesTheEntryAndRunsAgainForItsSources() throws Exception {
    write("in/entry.js", ANSWER);
    try (var project =
        run(
            """
            main = "out/entry.js"
            [build]
            command = "mkdir -p out && cp in/entry.js out/ && echo copied"
            watch_dir = "in"
            """,
            "")) {
      project.start();
      assertThat(fetch(project)).isEqualTo("one");
      assertThat(log).contains("[custom build] copied");
      assertThat(project.watched()).contains(directory.resolve("in"));
      assertThat(project.rebuild(Set.of(directory.resolve("out/entry.js")))).isFalse();
      var source = write("in/entry.js", ANSWER.replace("one", "two"));
      assertThat(project.rebuild(Set.of(source))).isTrue();
      assertThat(fetch(project)).isEqualTo("two");
    }
  }

  @Test
  void aCustomBuildThatFailsSaysWhich() {
    assertThat(refusal("main = \"index.ts\"\n[build]\ncommand = \"echo no; exit 3\"", ANSWER))
        .contains("`echo no; exit 3`", "exit code 3");
    assertThat(log).contains("[custom build] no");
  }

  @Test
  void aConfigurationSavedWithBrokenCodeHoldsWhenTheCodeIsAsBefore() throws Exception {
    try (var project = run("main = \"index.ts\"\n[vars]\nA = \"1\"\n", ANSWER)) {
      project.start();
      var before = project.bundle();
      var config = write("wrangler.toml", "name = \"w\"\nmain = \"index.ts\"\n[vars]\nA = \"2\"\n");
      var code = write("index.ts", "export default {");
      assertThatThrownBy(() -> project.rebuild(Set.of(config, code)))
          .isInstanceOf(ProjectException.class);
      assertThat(project.bundle()).isSameAs(before);
      write("index.ts", ANSWER);
      assertThat(project.rebuild(Set.of(code))).isTrue();
      assertThat(project.version().number()).isEqualTo(2);
    }
  }

  @Test
  void aContainerFailsAtItsFirstUseAndNamesItself() throws Exception {
    var module =
        """
        import { DurableObject } from 'cloudflare:workers';
        export class Runner extends DurableObject {
          start() { this.ctx.container.start(); }
        }
        export class Plain extends DurableObject {
          container() { return this.ctx.container === undefined; }
        }
        export default {
          async fetch(request, env) {
            const failure = await env.RUNNER.getByName('a').start().catch((error) => error.message);
            return new Response(failure + ' ' + (await env.PLAIN.getByName('a').container()));
          },
        };
        """;
    try (var project =
        run(
            """
            compatibility_date = "2026-01-01"
            main = "index.ts"
            durable_objects.bindings = [
              { name = "RUNNER", class_name = "Runner" },
              { name = "PLAIN", class_name = "Plain" },
            ]
            migrations = [{ tag = "v1", new_sqlite_classes = ["Runner", "Plain"] }]
            containers = [{ class_name = "Runner", image = "./Dockerfile" }]
            """,
            module)) {
      project.start();
      assertThat(project.bindings().containers())
          .containsExactly(Map.entry("Runner", "./Dockerfile"));
      assertThat(fetch(project))
          .isEqualTo(
              "The binding \"ctx.container\" (a container of ./Dockerfile) is not available in this"
                  + " version of Durascope: ctx.container.start was used. true");
    }
  }
}
