package dev.durascope.languageserver.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.languageserver.analysis.rules.AllRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code docs/diagnostics.md} and a page for each diagnostic below {@code docs/diagnostics} are
 * generated from the rules. After a change run this test with {@code -Ddurascope.update}, which
 * writes them.
 */
class CataloguePageTest {

  private static final Path PAGE = Path.of("..", "docs", "diagnostics.md");

  private static final Path PAGES = Path.of("..", "docs", "diagnostics");

  @Test
  void thePageIsWhatTheRulesSay() throws IOException {
    var page = render(kinds());
    if (System.getProperty("durascope.update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("run with -Ddurascope.update to write it").hasContent(page);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyDiagnosticHasItsPage(DiagnosticKind kind) throws IOException {
    var page = DiagnosticPage.render(kind, project(kind));
    var file = PAGES.resolve(kind.code() + ".md");
    if (System.getProperty("durascope.update") != null) {
      Files.createDirectories(PAGES);
      Files.writeString(file, page);
    }
    assertThat(file).as("run with -Ddurascope.update to write it").hasContent(page);
  }

  @Test
  void noPageIsLeftOfADiagnosticThatIsGone() throws IOException {
    try (var files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              kinds().stream().map(kind -> kind.code() + ".md").toList());
    }
  }

  @Test
  void codesAreUnique() {
    assertThat(kinds()).extracting(DiagnosticKind::code).doesNotHaveDuplicates();
  }

  /** An example that does not show its fault teaches the wrong thing. */
  @ParameterizedTest
  @MethodSource("kinds")
  void everyExampleHasItsFault(DiagnosticKind kind) {
    assertThat(project(kind).run(Path.of("/wrangler.toml"), new Scope.Everything()))
        .extracting(Diagnostic::code)
        .contains(kind.code());
  }

  /** The example with the code that it speaks of. */
  private static Fixture project(DiagnosticKind kind) {
    var example = kind.example() + "\n";
    if (example.startsWith("//- ")) {
      return Fixture.of(example);
    }
    return Fixture.of(
        "//- /wrangler.toml\n"
            + example
            + CODE
            + """

            //- /wrangler.json
            {}
            //- /src/index.js
            export class ChatRoom {}
            //- /src/index.ts
            export type { Room } from "./room";
            //- /src/room.ts
            export class Room {}
            //- /src/plain.js
            export default {};
            //- /rooms/wrangler.toml
            name = "rooms"
            main = "index.js"
            [exports.Hall]
            type = "durable-object"
            storage = "sqlite"
            [[durable_objects.bindings]]
            name = "ATTIC"
            class_name = "Attic"
            script_name = "chat"
            //- /rooms/index.js
            export class Hall {}
            //- /wrangler.toml @HEAD
            [[migrations]]
            tag = "v1"
            new_sqlite_classes = ["Room"]
            new_classes = ["Hall"]
            """);
  }

  /** The code that the examples speak of. */
  private static final String CODE =
      """

      //- /src/alarm.js
      export class Room extends DurableObject { fetch() { this.ctx.storage.setAlarm(1); } }
      //- /src/twice.js
      export class Room { fetch() { server.accept(); this.ctx.acceptWebSocket(server); } }
      //- /src/tags.js
      export class Room { fetch() { this.ctx.acceptWebSocket(s, [%s]); } }
      //- /src/undefined.js
      export class Room { fetch() { this.ctx.storage.put("key", undefined); } }
      //- /src/keys.js
      export class Room { fetch() { this.ctx.storage.get([%s]); } }
      //- /src/begin.js
      export class Room { fetch() { this.ctx.storage.sql.exec("BEGIN"); } }
      //- /src/reserved.js
      export class Room { fetch() { this.ctx.storage.sql.exec("SELECT * FROM _cf_KV"); } }
      //- /src/relative.js
      export default { fetch(request, env) { return env.ROOM.get(id).fetch("/path"); } };
      //- /src/unique.js
      export default { fetch(request, env) { return env.ROOM.newUniqueID(); } };
      //- /src/literal.js
      export default { fetch(request, env) { return env.ROOM.idFromString("lobby"); } };
      //- /src/hint.js
      export default { fetch(request, env) { env.ROOM.get(id, { locationHint: "europe" }); } };
      """
          .formatted("'tag',".repeat(11), "'key',".repeat(129));

  static List<DiagnosticKind> kinds() {
    return AllRules.LIST.stream().map(Rule::kind).toList();
  }

  private static String render(List<DiagnosticKind> kinds) {
    var sorted = kinds.stream().sorted(Comparator.comparing(DiagnosticKind::code)).toList();
    var page =
        new StringBuilder(
            """
            # Diagnostics

            <!-- Generated from the rules in language-server; a test compares. Do not edit. -->

            What `durascope check` and the editors report. An *error* means that the deployment or
            the first request would fail, a *warning* that it works, and most likely not as meant. A
            *hint* is shown in editors only: nothing is wrong, and there is another way to say it.
            Where the code cannot be followed with certainty, nothing is reported.

            A comment silences a diagnostic: `durascope-ignore MIG05` behind what it is about or in
            the line above, `durascope-ignore-file MIG05` anywhere in the file. Name several codes
            with commas; the reason may follow them.

            | code | severity | |
            |---|---|---|
            """);
    for (var kind : sorted) {
      page.append(
          "| [%s](diagnostics/%s.md) | %s | %s |\n"
              .formatted(kind.code(), kind.code(), kind.severity().word(), kind.title()));
    }
    return page.toString();
  }
}
