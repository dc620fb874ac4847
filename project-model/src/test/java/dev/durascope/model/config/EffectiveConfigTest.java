package dev.durascope.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.durascope.model.config.EffectiveConfig.BuildCommand;
import dev.durascope.model.config.EffectiveConfig.DurableObjectBinding;
import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.model.config.EffectiveConfig.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectiveConfigTest {

  private static final Path DIRECTORY = Path.of("/projects/Chat_App").toAbsolutePath();

  private static EffectiveConfig toml(String text) {
    return toml(text, Optional.empty());
  }

  private static EffectiveConfig toml(String text, Optional<String> environment) {
    return WranglerConfig.parse(DIRECTORY.resolve("wrangler.toml"), text).effective(environment);
  }

  private static final String FULL =
      """
      name = "chat"
      main = "src/index.ts"
      compatibility_date = "2026-01-01"
      compatibility_flags = ["nodejs_compat"]
      tsconfig = "tsconfig.worker.json"
      no_bundle = true
      alias = { "a" = "./b" }
      rules = [{ type = "Text", globs = ["**/*.md"], fallthrough = true }]
      [build]
      command = "npm run build"
      cwd = "web"
      [vars]
      TEXT = "t"
      COUNT = 3
      DEEP = { list = [1.5, true] }
      [define]
      VERSION = "'1'"
      [[durable_objects.bindings]]
      name = "ROOM"
      class_name = "Room"
      [[durable_objects.bindings]]
      name = "FAR"
      class_name = "Far"
      script_name = "other"
      [[durable_objects.bindings]]
      name = "SELF"
      class_name = "Room"
      script_name = "chat"
      [[kv_namespaces]]
      binding = "CACHE"
      id = "0"
      [[queues.producers]]
      binding = "Q"
      queue = "q"
      [ai]
      binding = "AI"
      [[migrations]]
      tag = "v1"
      new_classes = ["Old", "Room"]
      new_sqlite_classes = ["Gone", "Room2"]
      [[migrations]]
      tag = "v2"
      renamed_classes = [{ from = "Old", to = "New" }]
      deleted_classes = ["Gone"]
      [env.staging]
      vars = { TEXT = "s" }
      [env.own]
      name = "mine"
      main = "other.ts"
      [[env.own.migrations]]
      tag = "a"
      new_sqlite_classes = ["Only"]
      """;

  @Test
  void theTopLevelAsPlainValues() {
    var config = toml(FULL);
    assertThat(config.problems()).isEmpty();
    assertThat(config.name()).contains("chat");
    assertThat(config.main()).contains(DIRECTORY.resolve("src/index.ts"));
    assertThat(config.compatibilityDate()).contains("2026-01-01");
    assertThat(config.compatibilityFlags()).containsExactly("nodejs_compat");
    assertThat(config.tsconfig()).contains(DIRECTORY.resolve("tsconfig.worker.json"));
    assertThat(config.bundling().noBundle()).isTrue();
    assertThat(config.alias()).isEqualTo(Map.of("a", "./b"));
    assertThat(config.define()).isEqualTo(Map.of("VERSION", "'1'"));
    assertThat(config.rules()).containsExactly(new Rule("Text", List.of("**/*.md"), true));
    assertThat(config.build())
        .contains(
            new BuildCommand(
                "npm run build", DIRECTORY.resolve("web"), List.of(DIRECTORY.resolve("src"))));
    assertThat(config.vars())
        .isEqualTo(Map.of("TEXT", "t", "COUNT", 3L, "DEEP", Map.of("list", List.of(1.5, true))));
    assertThat(config.durableObjects())
        .containsExactly(
            new DurableObjectBinding("ROOM", "Room", Optional.empty()),
            new DurableObjectBinding("FAR", "Far", Optional.of("other")),
            new DurableObjectBinding("SELF", "Room", Optional.empty()));
    assertThat(config.sqliteClasses()).containsExactlyInAnyOrder("Room2");
    assertThat(config.kvClasses()).containsExactlyInAnyOrder("Room", "New");
    assertThat(config.otherBindings())
        .extracting(OtherBinding::kind, OtherBinding::name)
        .containsExactly(
            tuple("kv_namespaces", "CACHE"), tuple("queues.producers", "Q"), tuple("ai", "AI"));
    assertThat(config.otherBindings().get(1).string("queue")).contains("q");
  }

  @Test
  void anEnvironmentInheritsSomeKeysAndNotTheBindings() {
    var config = toml(FULL, Optional.of("staging"));
    assertThat(config.problems()).isEmpty();
    assertThat(config.workerName()).isEqualTo("chat-staging");
    assertThat(config.main()).contains(DIRECTORY.resolve("src/index.ts"));
    assertThat(config.kvClasses()).containsExactlyInAnyOrder("Room", "New");
    assertThat(config.durableObjects()).isEmpty();
    assertThat(config.define()).isEmpty();
    assertThat(config.otherBindings()).isEmpty();
    assertThat(config.vars()).isEqualTo(Map.of("TEXT", "s"));
  }

  @Test
  void anEnvironmentsOwnKeysReplaceTheTopLevels() {
    var config = toml(FULL, Optional.of("own"));
    assertThat(config.workerName()).isEqualTo("mine");
    assertThat(config.main()).contains(DIRECTORY.resolve("other.ts"));
    assertThat(config.sqliteClasses()).containsExactly("Only");
    assertThat(config.kvClasses()).isEmpty();
  }

  @Test
  void anUnknownEnvironmentIsAProblemThatNamesTheKnownOnes() {
    var config = toml(FULL, Optional.of("prod"));
    assertThat(config.workerName()).isEqualTo("chat-prod");
    assertThat(config.durableObjects()).hasSize(3);
    assertThat(config.problems())
        .extracting(ConfigProblem::toString)
        .containsExactly(
            DIRECTORY.resolve("wrangler.toml")
                + ":1:1: There is no environment \"prod\" here; it has staging, own");
  }

  @Test
  void withoutANameTheDirectoryGivesIt() {
    assertThat(toml("main = 'a.js'").name()).isEmpty();
    assertThat(toml("main = 'a.js'").workerName()).isEqualTo("chat-app");
    assertThat(toml("[env.e]\n", Optional.of("e")).workerName()).isEqualTo("chat-app-e");
  }

  @Test
  void theDeclarativeExportsFormTellsTheClasses() {
    var config =
        WranglerConfig.parse(
                DIRECTORY.resolve("wrangler.jsonc"),
                """
                { "exports": {
                  "Room": { "type": "durable-object", "storage": "sqlite" },
                  "Old": { "type": "durable-object", "storage": "legacy-kv", "state": "created" },
                  "Gone": { "type": "durable-object", "state": "deleted" },
                  "Was": { "type": "durable-object", "state": "renamed", "renamed_to": "Room" },
                } }
                """)
            .effective(Optional.empty());
    assertThat(config.sqliteClasses()).containsExactly("Room");
    assertThat(config.kvClasses()).containsExactly("Old");
  }

  @Test
  void wranglerOnesUploadSectionNamesTheEntry() {
    var text =
        """
        type = "javascript"
        [build.upload]
        format = "modules"
        %s
        main = "./index.mjs"
        [[build.upload.rules]]
        type = "Data"
        globs = ["**/*.dat"]
        """;
    assertThat(toml(text.formatted("dir = \"src\"")).main())
        .contains(DIRECTORY.resolve("src/index.mjs"));
    assertThat(toml(text.formatted("")).main()).contains(DIRECTORY.resolve("dist/index.mjs"));
    assertThat(toml(text.formatted("")).rules())
        .containsExactly(new Rule("Data", List.of("**/*.dat"), false));
  }

  @Test
  void aBrokenFileStillGivesWhatIsReadable() {
    var config = toml("name = \"chat\"\nmain =\n[[durable_objects.bindings]]\nname = \"A\"\n");
    assertThat(config.name()).contains("chat");
    assertThat(config.problems())
        .extracting(ConfigProblem::line, ConfigProblem::column)
        .containsExactly(tuple(2, 7), tuple(3, 3));
  }
}
