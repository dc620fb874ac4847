package dev.durascope.languageserver.feature;

import static dev.durascope.languageserver.feature.Cursor.checkRefactoring;
import static dev.durascope.languageserver.feature.Cursor.refactoringTitles;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is selected, moved to an environment of its own. */
class EnvironmentExtractionTest {

  @Test
  void keysAndTablesWithTheirComments() {
    checkRefactoring(
        """
        //- /wrangler.toml
        name = "chat"
        # where it is reached
        <|>workers_dev = false # not there
        main = "src/index.ts"

        # ours
        [[routes]]
        pattern = "chat.example"

        # theirs
        [vars]<|>
        LIMIT = 1
        deep.A = 2

        [vars.more]
        B = 3

        # the objects
        [[durable_objects.bindings]] # one
        name = "ROOM"
        class_name = "Room"

        [observability]
        enabled = true
        """,
        "Extract to env.staging",
        """
        //- /wrangler.toml
        name = "chat"

        # the objects
        [[durable_objects.bindings]] # one
        name = "ROOM"
        class_name = "Room"

        [observability]
        enabled = true

        [env.staging]
        # where it is reached
        workers_dev = false # not there
        main = "src/index.ts"

        # ours
        [[env.staging.routes]]
        pattern = "chat.example"

        # theirs
        [env.staging.vars]
        LIMIT = 1
        deep.A = 2

        [env.staging.vars.more]
        B = 3

        # the objects
        [[env.staging.durable_objects.bindings]] # one
        name = "ROOM"
        class_name = "Room"
        """);
  }

  @Test
  void inJson() {
    checkRefactoring(
        """
        //- /wrangler.jsonc
        {
          "name": "chat",
          // theirs
          "vars": { // plain
            <|>"LIMIT": 1<|>
          }, // so far
          "durable_objects": { "bindings": [] },
          "env": {
            "staging": {}
          }
        }
        """,
        "Extract to env.production",
        """
        //- /wrangler.jsonc
        {
          "name": "chat",
          "durable_objects": { "bindings": [] },
          "env": {
            "staging": {},
            "production": {
              // theirs
              "vars": { // plain
                "LIMIT": 1
              }, // so far
              "durable_objects": { "bindings": [] }
            }
          }
        }
        """);
    checkRefactoring(
        """
        //- /wrangler.json
        { "name": "chat", <|>"workers_dev": true<|> }
        """,
        "Extract to env.staging",
        """
        //- /wrangler.json
        { "name": "chat", "env": {
          "staging": {
            "workers_dev": true
          }
        } }
        """);
  }

  @Test
  void withTheLineBreaksOfWindows() {
    var before =
        """
        main = 'a.js'
        vars = {}

        <|>[limits]
        cpu_ms = 5<|>
        """;
    var after =
        """
        main = 'a.js'
        vars = {}

        [env.staging]
        vars = {}

        [env.staging.limits]
        cpu_ms = 5
        """;
    checkRefactoring(
        "//- /wrangler.toml\n" + before.replace("\n", "\r\n"),
        "Extract to env.staging",
        "//- /wrangler.toml\n" + after.replace("\n", "\r\n"));
  }

  @Test
  void toWhatScriptsAndOtherWorkersCallTheirs() {
    var project =
        """
        //- /a/wrangler.toml
        name = "a"
        <|>workers_dev = true<|>

        [env.test]
        vars = {}
        //- /a/package.json
        { "scripts": {
          "qa": "wrangler deploy -e qa && wrangler tail --env=qa --name x",
          "test": "wrangler dev --env test",
          "ship": "CLOUDFLARE_ENV=live vite build; other --env not-ours"
        } }
        //- /b/wrangler.jsonc
        { "name": "b", "env": { "eu-west": {}, "test": {}, "production": {} } }
        """;
    assertThat(refactoringTitles(project))
        .filteredOn(title -> title.startsWith("Extract"))
        .containsExactly(
            "Extract to env.qa",
            "Extract to env.live",
            "Extract to env.eu-west",
            "Extract to env.production",
            "Extract to env.staging");
  }

  @Test
  void onlyWhatAnEnvironmentCanHaveAndOnlyWhatIsSelected() {
    assertThat(refactoringTitles("//- /wrangler.toml\nname = 'a'\nvars<|> = { A = 1 }\n"))
        .noneMatch(title -> title.startsWith("Extract"));
    assertThat(refactoringTitles("//- /wrangler.toml\n<|>keep_vars = true\n<|>"))
        .noneMatch(title -> title.startsWith("Extract"));
    assertThat(refactoringTitles("//- /wrangler.toml\n<|>name = 'a'\n<|>"))
        .noneMatch(title -> title.startsWith("Extract"));
    assertThat(refactoringTitles("//- /wrangler.toml\n<|>workers_dev = true\n<|>main =\n"))
        .noneMatch(title -> title.startsWith("Extract"));
  }
}
