package dev.durascope.debugadapter.core;

import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names that can stand at a point of an expression: properties after a dot, variables
 * elsewhere. Nothing of the program runs for it, so there are none after a call. On the isolate's
 * thread.
 */
final class Completions {

  /** How many are given at once. */
  private static final int MAX = 500;

  /** What stands before the point: perhaps a path and a dot, and the beginning of a name. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:(?<path>[\\p{L}_$][\\p{L}\\p{N}_$]*"
              + "(?:\\??\\.#?[\\p{L}_$][\\p{L}\\p{N}_$]*"
              + "|(?:\\?\\.)?\\[(?:\\d+|\"[^\"]*\"|'[^']*')\\])*)(?<dot>\\??\\.))?"
              + "(?<name>#?[\\p{L}_$]?[\\p{L}\\p{N}_$]*)$");

  private final Glance glance;

  /**
   * @param glance what can be named
   */
  Completions(Glance glance) {
    this.glance = glance;
  }

  /** Those at the end of a text. */
  List<Completion> after(String text) throws DebuggerException {
    var before = BEFORE.matcher(text);
    if (!before.find()) {
      return List.of();
    }
    var begun = before.group("name");
    int start = before.start("name");
    if (before.group("path") == null && start > 0 && text.charAt(start - 1) == '.') {
      return List.of(); // after a call, whose result is not known
    }
    var found = new LinkedHashMap<String, Completion.Kind>();
    if (before.group("path") != null) {
      var path = ValuePath.parse(before.group("path"));
      if (path.isEmpty()) {
        return List.of();
      }
      properties(glance.read(path.get()), found);
    } else {
      variables(found);
    }
    var completions = new ArrayList<Completion>();
    for (var entry : found.entrySet()) {
      if (completions.size() < MAX && startsWith(entry.getKey(), begun)) {
        completions.add(new Completion(entry.getKey(), entry.getValue(), start, begun.length()));
      }
    }
    return completions;
  }

  private static boolean startsWith(String name, String begun) {
    return name.regionMatches(true, 0, begun, 0, begun.length());
  }

  private void variables(Map<String, Completion.Kind> found) {
    for (var name : glance.names()) {
      found.putIfAbsent(name, kind(value(name), Completion.Kind.VARIABLE));
    }
    glance.isolate().helperNames().forEach(name -> found.putIfAbsent(name, Completion.Kind.HELPER));
    members(JSRealm.get(null).getGlobalObject(), Completion.Kind.VARIABLE, found);
  }

  private Object value(String name) {
    for (var scope : glance.scopes()) {
      if (Interop.ownNames(scope).contains(name)) {
        return Interop.read(scope, name).orElse(Undefined.instance);
      }
    }
    return Undefined.instance;
  }

  private static void properties(Object value, Map<String, Completion.Kind> found) {
    if (Members.isNullish(value)) {
      return;
    }
    var at = Optional.of((JSDynamicObject) JSRuntime.toObject(value));
    while (at.isPresent() && !(at.get() instanceof JSProxyObject)) {
      members(at.get(), Completion.Kind.PROPERTY, found);
      at = Optional.of(JSObject.getPrototype(at.get())).filter(next -> !Members.isNullish(next));
    }
  }

  private static void members(
      JSDynamicObject object, Completion.Kind plain, Map<String, Completion.Kind> found) {
    var isPlatform = PlatformObjects.className(object).isPresent();
    for (var member : Members.all(object)) {
      if (member.isSymbol() || (member.isPrivate() && isPlatform)) {
        continue;
      }
      if (member.isPrivate() || Text.isIdentifier(member.name())) {
        found.putIfAbsent(member.name(), member.isGetter() ? plain : kind(member.value(), plain));
      }
    }
  }

  private static Completion.Kind kind(Object value, Completion.Kind plain) {
    if (!(value instanceof JSFunctionObject function)) {
      return plain;
    }
    return function.getFunctionData().isClassConstructor()
        ? Completion.Kind.CLASS
        : plain == Completion.Kind.PROPERTY ? Completion.Kind.METHOD : Completion.Kind.FUNCTION;
  }
}
