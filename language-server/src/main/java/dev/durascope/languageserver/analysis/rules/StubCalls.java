package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.model.modules.CodeFile;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.SourceCode;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The remote calls on stubs: {@code env.ROOM.get(id).hello()}, and {@code hello} of a variable that
 * {@code env.ROOM.get(id)} was assigned to.
 */
final class StubCalls {

  private static final Pattern NAMESPACE = Pattern.compile("(?:[\\w$]+\\.)*?env\\.([\\w$]+)");

  private static final Set<String> MAKERS = Set.of("get", "getByName");

  /** What every stub has, with or without remote calls. */
  private static final Set<String> OWN =
      Set.of(
          "connect",
          "constructor",
          "delete",
          "dup",
          "fetch",
          "get",
          "hasOwnProperty",
          "put",
          "queue",
          "scheduled",
          "toString",
          "valueOf");

  private StubCalls() {}

  /** Gets one remote call, and the name of the binding that its stub is from. */
  @FunctionalInterface
  interface Visitor {
    void visit(SourceCode source, Call call, String binding);
  }

  static void each(EnvironmentView view, Visitor visitor) {
    for (var source : view.sources()) {
      for (var call : source.code().calls()) {
        if (!call.receiver().isEmpty() && !OWN.contains(call.method().value())) {
          binding(source.code(), call).ifPresent(binding -> visitor.visit(source, call, binding));
        }
      }
    }
  }

  /** Whether this call's receiver surely is a stub. */
  static boolean isOnStub(SourceCode source, Call call) {
    return !call.receiver().isEmpty() && binding(source.code(), call).isPresent();
  }

  private static Optional<String> binding(CodeFile code, Call call) {
    var receiver = call.receiver();
    if (receiver.endsWith(")")) {
      int open = opening(receiver);
      int dot = receiver.lastIndexOf('.', Math.max(open, 0));
      return dot > 0 && MAKERS.contains(receiver.substring(dot + 1, open))
          ? namespace(receiver.substring(0, dot))
          : Optional.empty();
    }
    return code.calls().stream()
        .filter(other -> other.result().filter(receiver::equals).isPresent())
        .filter(other -> other.span().end() <= call.span().start())
        .filter(other -> other.block().encloses(call.span()))
        .max(Comparator.comparing(Call::span))
        .filter(other -> MAKERS.contains(other.method().value()))
        .flatMap(other -> namespace(other.receiver()));
  }

  private static Optional<String> namespace(String receiver) {
    var matcher = NAMESPACE.matcher(receiver);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The bracket that the last one closes. */
  private static int opening(String text) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == ')') {
        depth++;
      } else if (c == '(' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
