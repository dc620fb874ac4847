package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.SourceCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final SourceCode source;

  /** The calls that give a variable its value, by its name. */
  private final Map<String, List<Call>> givers = new HashMap<>();

  StubCalls(SourceCode source) {
    this.source = source;
    for (var call : source.code().calls()) {
      call.result()
          .ifPresent(name -> givers.computeIfAbsent(name, _ -> new ArrayList<>()).add(call));
    }
  }

  /**
   * A remote call.
   *
   * @param binding the name of the binding that its stub is from
   */
  record StubCall(SourceCode source, Call call, String binding) {}

  /** Gets one remote call of an environment. */
  @FunctionalInterface
  interface Visitor {
    void visit(EnvironmentView view, StubCall call);
  }

  /** Visits the calls of each of {@code views}; each source is read once. */
  static void each(List<EnvironmentView> views, Visitor visitor) {
    var known = new HashMap<Path, List<StubCall>>();
    for (var view : views) {
      for (var source : view.sources()) {
        known
            .computeIfAbsent(source.file(), _ -> new StubCalls(source).all())
            .forEach(call -> visitor.visit(view, call));
      }
    }
  }

  private List<StubCall> all() {
    var all = new ArrayList<StubCall>();
    for (var call : source.code().calls()) {
      if (!call.receiver().isEmpty() && !OWN.contains(call.method().value())) {
        binding(call).ifPresent(binding -> all.add(new StubCall(source, call, binding)));
      }
    }
    return all;
  }

  /** Whether this call's receiver surely is a stub. */
  boolean isOnStub(Call call) {
    return !call.receiver().isEmpty() && binding(call).isPresent();
  }

  private Optional<String> binding(Call call) {
    var receiver = call.receiver();
    if (receiver.endsWith(")")) {
      int open = opening(receiver);
      int dot = receiver.lastIndexOf('.', Math.max(open, 0));
      return dot > 0 && MAKERS.contains(receiver.substring(dot + 1, open))
          ? namespace(receiver.substring(0, dot))
          : Optional.empty();
    }
    return givers.getOrDefault(receiver, List.of()).stream()
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
