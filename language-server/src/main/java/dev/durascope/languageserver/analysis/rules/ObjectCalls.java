package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.text.Span;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * The calls of a project's code that go to a Durable Object's context or storage.
 *
 * <p>Nothing here knows types. What a receiver is, is told by how it is written, and only where
 * that leaves no doubt: {@code this.ctx.storage}, {@code state.storage}, {@code ctx.storage.sql}.
 */
final class ObjectCalls {

  private static final Pattern CONTEXT = Pattern.compile("(this\\.)?(#?(ctx|state))");
  private static final Pattern STORAGE =
      Pattern.compile("((this\\.)?#?(ctx|state)\\.storage|this\\.#?storage)");
  private static final Pattern SQL =
      Pattern.compile("((this\\.)?#?(ctx|state)\\.storage|this\\.#?storage)\\.sql");

  private ObjectCalls() {}

  /** Hands each call of {@code method} to {@code visitor}, with the file that it stands in. */
  static void each(Subject subject, String method, BiConsumer<SourceCode, Call> visitor) {
    for (var source : subject.sources()) {
      for (var call : source.code().calls()) {
        if (call.method().value().equals(method)) {
          visitor.accept(source, call);
        }
      }
    }
  }

  /** Whether the call is one of the object's context, as {@code ctx.acceptWebSocket}. */
  static boolean isOnContext(Call call) {
    return CONTEXT.matcher(call.receiver()).matches();
  }

  static boolean isOnStorage(Call call) {
    return STORAGE.matcher(call.receiver()).matches();
  }

  static boolean isOnSql(Call call) {
    return SQL.matcher(call.receiver()).matches();
  }

  /** The place of {@code span} in the file of {@code place}. */
  static Place within(Place place, Span span) {
    return new Place(place.file(), span);
  }

  static Place at(SourceCode source, Span span) {
    return new Place(source.file(), span);
  }
}
