package dev.durascope.debugadapter.core;

import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The names in an expression that its frame does not know: variables of the module, which the
 * engine shows a function only if it uses them; those of a call that waits for another to return,
 * of which it shows none; and the debugger's own, as {@code $storage}. They are handed in as
 * parameters; what the expression has assigned to a variable is written back.
 *
 * @param names the names, each once
 */
record NamesBeyond(List<Name> names) {

  private static final Pattern NAMES =
      Pattern.compile("(?<![\\w$.\"'`])[A-Za-z_$][\\w$]*(?![\\w$])");
  private static final String RECEIVER = "$$receiver";

  /**
   * One of them.
   *
   * @param scope the interop scope object that it is written back to
   */
  record Name(String name, Object value, Optional<Object> scope) {}

  /**
   * Those in {@code code}.
   *
   * @param seen the names that the engine finds by itself
   * @param scopes the interop scope objects whose names it does not find, the innermost first
   */
  static NamesBeyond of(String code, Set<String> seen, List<Object> scopes, IsolateView isolate) {
    var scopeOf = new HashMap<String, Object>();
    scopes.forEach(
        scope -> Interop.ownNames(scope).forEach(name -> scopeOf.putIfAbsent(name, scope)));
    var helpers = Set.copyOf(isolate.helperNames());
    var names = new ArrayList<Name>();
    NAMES
        .matcher(code)
        .results()
        .map(MatchResult::group)
        .filter(name -> !seen.contains(name) && !name.equals("this"))
        .distinct()
        .forEach(
            name -> {
              var scope = scopeOf.get(name);
              if (scope != null) {
                var value = Interop.read(scope, name).orElse(Undefined.instance);
                names.add(new Name(name, value, Optional.of(scope)));
              } else if (helpers.contains(name)) {
                isolate
                    .helper(name)
                    .map(EngineValues::raw)
                    .ifPresent(value -> names.add(new Name(name, value, Optional.empty())));
              }
            });
    return new NamesBeyond(List.copyOf(names));
  }

  /** Those and others, which come first. */
  NamesBeyond with(Map<String, Object> given) {
    var all = new ArrayList<Name>();
    given.forEach((name, value) -> all.add(new Name(name, value, Optional.empty())));
    names.stream().filter(name -> !given.containsKey(name.name())).forEach(all::add);
    return new NamesBeyond(List.copyOf(all));
  }

  /**
   * A function of a value for {@code this} and of the names, which evaluates an expression in the
   * frame around it; async if it is to await.
   */
  String function(String code, boolean awaits) {
    var parameters = names.isEmpty() ? RECEIVER : RECEIVER + "," + parameters();
    return "("
        + parameters
        + ") => ("
        + (awaits ? "async " : "")
        + "function () { return [("
        + code
        + "\n)"
        + assigned()
        + "]; }).call("
        + RECEIVER
        + ")";
  }

  private String parameters() {
    return String.join(",", names.stream().map(Name::name).toList());
  }

  private String assigned() {
    return names.isEmpty() ? "" : "," + parameters();
  }

  /** The function's arguments. */
  List<Object> values(Object receiver) {
    var values = new ArrayList<Object>();
    values.add(receiver);
    names.forEach(name -> values.add(name.value()));
    return values;
  }

  /** The value in what the function has given; the assignments that are there are made. */
  Object taken(Object given) throws DebuggerException {
    var values = (JSDynamicObject) given;
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      var after = Members.element(values, i + 1L);
      if (name.scope().isPresent() && !after.equals(name.value())) {
        Interop.write(name.scope().get(), name.name(), after);
      }
    }
    return Members.element(values, 0);
  }
}
