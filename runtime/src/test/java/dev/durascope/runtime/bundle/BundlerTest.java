package dev.durascope.runtime.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.durascope.runtime.bundle.esbuild.EsbuildService.BinaryLocator;
import dev.durascope.runtime.bundle.sourcemap.GeneratedPosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with the real esbuild: files on disk in, a bundle out. */
class BundlerTest {
  @TempDir Path dir;
  private TestProject project;

  @BeforeEach
  void startProject() {
    project = new TestProject(dir);
  }

  @Test
  void typeScriptBecomesOneModuleWhoseMapLeadsBack() throws Exception {
    project.write(
        "src/room.ts",
        "export class Room {\n  greet(name: string): string {\n    return `hi ${name}`;\n  }\n}\n");
    project.write(
        "src/index.ts",
        "export { Room } from './room';\nexport default { fetch: () => new Response('ok') };\n");
    var bundle = build(project.options("src/index.ts"));

    assertThat(bundle.code())
        .contains("var Room = class")
        .doesNotContain(": string")
        .doesNotContain("sourceMappingURL");
    assertThat(bundle.exports()).containsExactlyInAnyOrder("Room", "default");
    assertThat(bundle.inputs())
        .containsExactlyInAnyOrder(project.file("src/room.ts"), project.file("src/index.ts"));
    assertThat(bundle.outputPath()).isAbsolute().doesNotExist();
    assertThat(bundle.warnings()).isEmpty();

    var generated = position(bundle.code(), "return `hi");
    var original = bundle.map().original(generated.line(), generated.column()).orElseThrow();
    assertThat(original.source()).isEqualTo(project.file("src/room.ts"));
    assertThat(original.line()).isEqualTo(3);
    assertThat(original.column()).isEqualTo(5);
    assertThat(bundle.map().breakpoint(project.file("src/room.ts"), 3).orElseThrow().generated())
        .containsExactly(new GeneratedPosition(generated.line(), 1));
    assertThat(bundle.map().sources().getFirst().content()).startsWith("export class Room");
  }

  @Test
  void aBuildAfterASaveSeesTheChange() throws Exception {
    project.write("index.js", "import { x } from './x.js';\nexport default x;\n");
    project.write("x.js", "export const x = 'before';\n");
    try (var bundler = Bundler.start(project.options("index.js"))) {
      var first = bundler.build();
      var same = bundler.build();
      project.write("x.js", "export const x = 'after';\n");
      var second = bundler.build();

      assertThat(first.code()).contains("before");
      assertThat(same.hash()).isEqualTo(first.hash());
      assertThat(second.code()).contains("after").doesNotContain("before");
      assertThat(second.hash()).isNotEqualTo(first.hash());
    }
  }

  @Test
  void anErrorSaysWhereAndTheNextBuildRecovers() throws Exception {
    project.write("index.js", "export default 1;\n");
    try (var bundler = Bundler.start(project.options("index.js"))) {
      bundler.build();
      project.write("index.js", "const ü = 'ä'; const = 3;\n");
      var failure = catchThrowableOfType(BundleException.class, bundler::build);
      var place = failure.messages().getFirst().place();

      assertThat(place)
          .isEqualTo(
              new BundleMessage.Place(
                  project.file("index.js"), 1, 22, 1, "const ü = 'ä'; const = 3;"));
      assertThat(failure)
          .hasMessage(
              """
              index.js:1:22: Expected identifier but found "="
                1 │ const ü = 'ä'; const = 3;
                  ╵                      ^""");
      assertThat(bundler.watched()).containsExactly(project.file("index.js"));

      project.write("index.js", "export default 2;\n");
      assertThat(bundler.build().code()).contains("2");
    }
  }

  @Test
  void aServiceThatDiedIsReplaced() throws Exception {
    project.write("index.js", "export default 'alive';\n");
    try (var bundler = Bundler.start(project.options("index.js"))) {
      bundler.build();
      var services =
          ProcessHandle.current()
              .children()
              .filter(child -> child.info().command().orElse("").contains("esbuild"))
              .toList();
      assertThat(services).isNotEmpty();
      for (var service : services) {
        service.destroyForcibly();
        service.onExit().get();
      }
      assertThat(bundler.build().code()).contains("alive");
    }
  }

  @Test
  void aBundlerThatCannotStartSaysWhy() {
    project.write("index.js", "export default 1;\n");
    BinaryLocator nowhere =
        () -> {
          throw new IOException("there is none for this machine");
        };
    try (var bundler = Bundler.start(project.options("index.js"), nowhere)) {
      assertThat(catchThrowableOfType(BundleException.class, bundler::build))
          .hasMessage("The bundler does not run. esbuild: there is none for this machine");
    }
  }

  @Test
  void aMissingImportIsWatchedFor() throws Exception {
    project.write("index.js", "import x from './lib/x';\nexport default x;\n");
    try (var bundler = Bundler.start(project.options("index.js"))) {
      var failure = catchThrowableOfType(BundleException.class, bundler::build);
      assertThat(failure).hasMessageStartingWith("index.js:1:15: Could not resolve \"./lib/x\"");
      assertThat(bundler.watched())
          .containsExactlyInAnyOrder(project.file("index.js"), project.file("lib/x"));

      project.write("lib/x.ts", "export default 'found';");
      assertThat(bundler.build().code()).contains("found");
    }
  }

  @Test
  void aMissingEntryIsNamedWithTheRemedy() {
    try (var bundler = Bundler.start(project.options("src/nowhere.ts"))) {
      assertThat(catchThrowableOfType(BundleException.class, bundler::build))
          .hasMessageContaining(project.file("src/nowhere.ts") + " does not exist")
          .hasMessageContaining("\"main\"");
    }
  }

  @Test
  void textDataAndWasmStayOutsideTheBundle() throws Exception {
    project.write(
        "index.js",
        "import page from './page.html';\nimport code from './a.wasm?module';\nimport b from './b.bin';\nexport default [page, code, b];\n");
    project.write("page.html", "<p>hello</p>");
    project.write("a.wasm", "\0asm");
    project.write("b.bin", "bytes");
    try (var bundler = Bundler.start(project.options("index.js"))) {
      var bundle = bundler.build();
      assertThat(bundle.modules())
          .extracting(
              AdditionalModule::type,
              AdditionalModule::file,
              module -> new String(module.content(), UTF_8))
          .containsExactlyInAnyOrder(
              tuple(ModuleType.TEXT, project.file("page.html"), "<p>hello</p>"),
              tuple(ModuleType.COMPILED_WASM, project.file("a.wasm"), "\0asm"),
              tuple(ModuleType.DATA, project.file("b.bin"), "bytes"));
      assertThat(bundle.modules())
          .allSatisfy(
              module -> assertThat(bundle.code()).contains("from \"" + module.specifier() + "\""));
      assertThat(bundle.inputs())
          .contains(project.file("page.html"), project.file("a.wasm"), project.file("b.bin"));

      project.write("page.html", "<p>other</p>");
      var second = bundler.build();
      assertThat(second.hash()).isNotEqualTo(bundle.hash());
      assertThat(second.modules())
          .hasSize(3)
          .extracting(module -> new String(module.content(), UTF_8))
          .contains("<p>other</p>");
    }
  }

  @Test
  void rulesOfTheProjectComeFirstAndEndTheirTypeUnlessTheyFallThrough() throws Exception {
    project.write(
        "index.js",
        "import md from './a.md';\nimport txt from './a.txt';\nexport default [md, txt];\n");
    project.write("a.md", "# md");
    project.write("a.txt", "txt");
    var options = project.options("index.js");

    var through =
        build(
            options.withRules(List.of(new ModuleRule(ModuleType.TEXT, List.of("**/*.md"), true))));
    assertThat(through.modules())
        .extracting(AdditionalModule::file)
        .containsExactlyInAnyOrder(project.file("a.md"), project.file("a.txt"));

    var ending =
        options.withRules(List.of(new ModuleRule(ModuleType.TEXT, List.of("**/*.md"), false)));
    assertThat(catchThrowableOfType(BundleException.class, () -> build(ending)))
        .hasMessageStartingWith(
            "index.js:2:17: \"./a.txt\" matches the Text rule \"**/*.txt\", which an earlier Text rule puts out of force")
        .hasMessageContaining("fallthrough = true");
  }

  @Test
  void platformModulesStayImports() throws Exception {
    project.write(
        "index.js",
        "import { DurableObject } from 'cloudflare:workers';\nimport { AsyncLocalStorage } from 'node:async_hooks';\nexport class A extends DurableObject {}\nexport default new AsyncLocalStorage();\n");
    assertThat(build(project.options("index.js")).code())
        .contains("from \"cloudflare:workers\"")
        .contains("from \"node:async_hooks\"");
  }

  @Test
  void bareNodeModulesNeedTheFlag() throws Exception {
    project.write(
        "index.js", "import { EventEmitter } from 'events';\nexport default EventEmitter;\n");
    var options = project.options("index.js");

    assertThat(catchThrowableOfType(BundleException.class, () -> build(options)))
        .hasMessageStartingWith("index.js:1:30: \"events\" is a module of Node.js")
        .hasMessageContaining("nodejs_compat");
    assertThat(build(options.withNodejsCompat(NodejsCompat.FULL)).code())
        .contains("from \"node:events\"");

    project.write("node_modules/events/package.json", "{\"name\": \"events\", \"main\": \"e.js\"}");
    project.write("node_modules/events/e.js", "exports.EventEmitter = 'from npm';");
    assertThat(build(options).code()).contains("from npm");
    assertThat(build(options.withNodejsCompat(NodejsCompat.FULL)).code())
        .contains("from \"node:events\"")
        .doesNotContain("from npm");
  }

  @Test
  void aRequiredNodeModuleBecomesAnImport() throws Exception {
    project.write("index.js", "import lib from './lib.cjs';\nexport default lib;\n");
    project.write("lib.cjs", "module.exports = require('util').inspect(require('node:util'));\n");
    var bundle = build(project.options("index.js").withNodejsCompat(NodejsCompat.FULL));
    assertThat(bundle.code()).contains("from \"node:util\"").doesNotContain("Dynamic require");
    assertThat(bundle.inputs())
        .containsExactlyInAnyOrder(project.file("index.js"), project.file("lib.cjs"));
  }

  @Test
  void packagesChooseTheirFileForWorkers() throws Exception {
    project.write("index.js", "import a from 'a';\nimport b from 'b';\nexport default [a, b];\n");
    project.write(
        "node_modules/a/package.json",
        "{\"exports\": {\"node\": \"./n.js\", \"workerd\": \"./w.js\", \"default\": \"./d.js\"}}");
    project.write("node_modules/a/w.js", "export default 'for workerd';");
    project.write(
        "node_modules/b/package.json",
        "{\"main\": \"m.js\", \"browser\": {\"./m.js\": \"./b.js\"}}");
    project.write("node_modules/b/b.js", "export default 'for browsers';");
    project.write("node_modules/b/m.js", "export default 'main';");
    assertThat(build(project.options("index.js")).code())
        .contains("for workerd")
        .contains("for browsers");
  }

  @Test
  void aliasesReplaceWholePaths() throws Exception {
    project.write(
        "src/index.js", "import a from 'a';\nimport sub from 'a/sub';\nexport default [a, sub];\n");
    project.write("shim.js", "export default 'shimmed';");
    project.write("node_modules/a/sub.js", "export default 'untouched';");
    var code = build(project.options("src/index.js").withAlias(Map.of("a", "./shim.js"))).code();
    assertThat(code).contains("shimmed").contains("untouched");

    assertThat(
            catchThrowableOfType(
                BundleException.class,
                () -> build(project.options("src/index.js").withAlias(Map.of("a", "./gone.js")))))
        .hasMessageContaining("the alias of \"a\" leads nowhere");
  }

  @Test
  void definesAndTheModeAreReplaced() throws Exception {
    project.write("index.js", "export default [process.env.NODE_ENV, VERSION];\n");
    assertThat(build(project.options("index.js").withDefine(Map.of("VERSION", "\"1.2\""))).code())
        .contains("\"development\"")
        .contains("\"1.2\"");
  }

  @Test
  void usingAndDecoratorsAreLoweredAndNamesAreKept() throws Exception {
    project.write(
        "index.ts",
        "function log(v: unknown, c: ClassMethodDecoratorContext) {}\nclass A { @log m() { using r = open(); return r; } }\ndeclare function open(): Disposable;\nexport default A;\n");
    assertThat(build(project.options("index.ts")).code())
        .doesNotContain("using r")
        .doesNotContain("@log")
        .contains("__name(");
  }

  @Test
  void theTsconfigIsHonoured() throws Exception {
    project.write(
        "tsconfig.other.json",
        "{\"compilerOptions\": {\"jsx\": \"react\", \"jsxFactory\": \"html\", \"paths\": {\"~/*\": [\"./lib/*\"]}}}");
    project.write("lib/x.tsx", "export const x = <b />;");
    project.write("index.ts", "import { x } from '~/x';\nexport default x;\n");
    var code =
        build(project.options("index.ts").withTsconfig(project.file("tsconfig.other.json"))).code();
    assertThat(code).contains("html(\"b\"");
  }

  private static Bundle build(BundleOptions options) throws BundleException, InterruptedException {
    try (var bundler = Bundler.start(options)) {
      return bundler.build();
    }
  }

  private static GeneratedPosition position(String code, String text) {
    var at = code.indexOf(text);
    var before = code.substring(0, at);
    return new GeneratedPosition((int) before.lines().count(), at - before.lastIndexOf('\n'));
  }
}
