package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.Expression;
import java.util.function.Consumer;

/** JS05: literal tags that {@code acceptWebSocket} refuses. */
final class TooManyTags implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS05",
          Severity.ERROR,
          "A socket gets too many tags, or too long ones",
          """
          A hibernatable socket has at most 10 tags of at most 256 characters each. Keep what is \
          longer in the socket's attachment, by `serializeAttachment`.
          """,
          """
          main = "src/tags.js" # which calls this.ctx.acceptWebSocket(socket, [eleven tags])
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final int MAX_TAGS = 10;
  private static final int MAX_TAG_CHARACTERS = 256;

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    ObjectCalls.each(
        subject,
        "acceptWebSocket",
        (source, call) -> {
          if (call.argument(1).orElse(null) instanceof Expression.Items tags) {
            if (tags.items().size() > MAX_TAGS) {
              out.accept(
                  new Diagnostic(
                      KIND,
                      ObjectCalls.at(source, call.method().span()),
                      "a Hibernatable WebSocket cannot have more than %d tags: here are %d"
                          .formatted(MAX_TAGS, tags.items().size())));
            }
            for (var tag : tags.items()) {
              if (tag instanceof Expression.Text text
                  && text.value().length() > MAX_TAG_CHARACTERS) {
                out.accept(
                    new Diagnostic(
                        KIND,
                        ObjectCalls.at(source, text.inside()),
                        "a tag has at most %d characters, this one %d"
                            .formatted(MAX_TAG_CHARACTERS, text.value().length())));
              }
            }
          }
        });
  }
}
