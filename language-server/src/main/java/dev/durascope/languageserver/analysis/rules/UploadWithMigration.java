package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.plan.Upload;
import dev.durascope.model.config.ClassHistory.Step;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * MIG20: a migration that is not applied yet, in a project that uploads versions by a script of
 * package.json.
 */
final class UploadWithMigration implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG20",
          Severity.WARNING,
          "A new migration in a project that uploads versions",
          """
          A version that is uploaded is not deployed yet, and a migration cannot be applied in \
          part: Cloudflare refuses `wrangler versions upload` while the configuration has a \
          migration that is not applied (10211). Deploy the migration once by `wrangler deploy`; \
          after that versions can be uploaded again. A new migration is one that the last commit, \
          or the revision that `--base` names, does not have.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"
          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]
          [[migrations]]
          tag = "v2"
          new_sqlite_classes = ["Lobby"]
          //- /wrangler.toml @HEAD
          main = "src/index.js"
          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]
          //- /package.json
          {
            "scripts": {
              "release": "wrangler versions upload"
            }
          }
          //- /src/index.js
          export class Room {}
          export class Lobby {}
          """);

  /** The command with what is said to it, up to the next command. */
  private static final Pattern COMMAND =
      Pattern.compile("\\bwrangler(?:@\\S+)?\\s+(?:versions|version)\\s+upload\\b([^&|;]*)");

  private static final Pattern ENVIRONMENT =
      Pattern.compile("\\s(?:--env|-e)(?:\\s+|=)[\\\\\"']*([^\\s\\\\\"']*)");

  private static final Pattern CONFIG =
      Pattern.compile("\\s(?:--config|-c)(?:\\s+|=)[\\\\\"']*([^\\s\\\\\"']*)");

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    var uploads = uploads(subject);
    if (uploads.isEmpty()) {
      return;
    }
    for (var since : SinceDeployed.of(subject)) {
      var name = since.now().environment().name().orElse("");
      uploads.stream()
          .filter(upload -> upload.environment().equals(name))
          .findFirst()
          .ifPresent(upload -> report(subject, since, upload, out));
    }
  }

  private static void report(
      Subject subject, SinceDeployed since, UploadCommand command, Consumer<Diagnostic> out) {
    for (var step : pending(since)) {
      since
          .written(step)
          .tag()
          .ifPresent(
              tag ->
                  out.accept(
                      new Diagnostic(
                              KIND,
                              subject.at(tag.span()),
                              "\"%s\" has to be applied by wrangler deploy: wrangler versions upload is refused until then (10211)"
                                  .formatted(tag.value()))
                          .relatedTo(command.place(), "versions are uploaded here")));
    }
  }

  /** What is not applied; nothing where tags do not tell. */
  private static List<Step> pending(SinceDeployed since) {
    if (since.hasTags()) {
      var upload = Upload.of(since.history().steps(), Optional.of(since.lastTag()));
      return upload.isFound() ? upload.pending() : List.of();
    }
    boolean areFirst =
        since.then().form() == Lifecycle.Form.NONE
            && since.history().form() == Lifecycle.Form.MIGRATIONS;
    return areFirst ? since.history().steps() : List.of();
  }

  /** A script that uploads versions of this configuration. */
  private record UploadCommand(String environment, Place place) {}

  private static List<UploadCommand> uploads(Subject subject) {
    var uploads = new ArrayList<UploadCommand>();
    for (var script : subject.scripts()) {
      var command = COMMAND.matcher(script.text());
      while (command.find()) {
        var said = command.group(1);
        var config = CONFIG.matcher(said);
        if (config.find() && !subject.isConfig(config.group(1))) {
          continue;
        }
        var environment = ENVIRONMENT.matcher(said);
        int start = script.place().span().start();
        uploads.add(
            new UploadCommand(
                environment.find() ? environment.group(1) : "",
                ObjectCalls.within(
                    script.place(), new Span(start + command.start(), start + command.start(1)))));
      }
    }
    return uploads;
  }
}
