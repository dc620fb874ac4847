package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Instances of the platform's classes, as {@code Request}, which hide what they are made of and
 * tell it by getters. Those getters are the runtime's own code and compute nothing that could be
 * noticed, so they are run for display; whatever else the program has is not.
 */
final class PlatformObjects {

  /** What the line of an instance shows, for the classes whose getters are safe to run. */
  private static final Map<String, List<String>> HEADLINES =
      Map.ofEntries(
          Map.entry("Request", List.of("method", "url")),
          Map.entry("Response", List.of("status", "ok")),
          Map.entry("URL", List.of("href")),
          Map.entry("Headers", List.of()),
          Map.entry("URLSearchParams", List.of()),
          Map.entry("FormData", List.of()),
          Map.entry("Blob", List.of("size", "type")),
          Map.entry("File", List.of("name", "size", "type")),
          Map.entry("WebSocket", List.of("readyState", "url")),
          Map.entry("ReadableStream", List.of("locked")),
          Map.entry("WritableStream", List.of("locked")),
          Map.entry("AbortSignal", List.of("aborted")),
          Map.entry("Event", List.of("type")),
          Map.entry("CustomEvent", List.of("type", "detail")),
          Map.entry("MessageEvent", List.of("type", "data")),
          Map.entry("CloseEvent", List.of("type", "code", "reason")),
          Map.entry("ErrorEvent", List.of("type", "message")));

  /** Classes that are lists of names and values. */
  private static final Set<String> COLLECTIONS = Set.of("Headers", "URLSearchParams", "FormData");

  /** Getters that make something when they are first asked. */
  private static final Set<String> MAKERS = Set.of("body", "signal", "srcElement", "fetcher");

  /** How many entries of a collection are read. */
  private static final int MAX_ENTRIES = 1_000;

  private PlatformObjects() {}

  /** A getter of an object's class, or what it returns where it may be run. */
  sealed interface Property {

    String name();

    /** What the getter has returned. */
    record Computed(String name, Object value) implements Property {}

    /** What the getter has thrown. */
    record Failed(String name, String message) implements Property {}

    /** A getter that is not run before it is asked for. */
    record OnDemand(String name, JSFunctionObject getter) implements Property {}
  }

  /** An entry of a collection. */
  record Entry(String name, Object value) {}

  /** The name of the platform's class that an object is an instance of. */
  static Optional<String> className(JSDynamicObject object) {
    if (object instanceof JSProxyObject) {
      return Optional.empty();
    }
    var prototype = JSObject.getPrototype(object);
    return !Members.isNullish(prototype) && isPlatformClass(prototype)
        ? Optional.of(Members.className(object)).filter(HEADLINES::containsKey)
        : Optional.empty();
  }

  /** What the line of an instance shows. */
  static List<Entry> headline(JSDynamicObject object, String className) {
    var wanted = HEADLINES.getOrDefault(className, List.of());
    var shown = new ArrayList<Entry>();
    var properties = properties(object);
    for (var name : wanted) {
      for (var property : properties) {
        if (property instanceof Property.Computed(String found, Object value)
            && found.equals(name)) {
          shown.add(new Entry(name, value));
        }
      }
    }
    return shown;
  }

  /** The getters along an object's prototypes, up to those of the engine's own classes. */
  static List<Property> properties(JSDynamicObject object) {
    var found = new ArrayList<Property>();
    if (object instanceof JSProxyObject) {
      return found;
    }
    var seen = new HashSet<String>();
    boolean isSafe = className(object).isPresent();
    var prototype = JSObject.getPrototype(object);
    while (!Members.isNullish(prototype)
        && !(prototype instanceof JSProxyObject)
        && !isEngineClass(prototype)) {
      boolean mayRun = isSafe && isPlatformClass(prototype);
      for (var member : Members.all(prototype)) {
        if (member.isGetter()
            && member.descriptor().getGet() instanceof JSFunctionObject getter
            && !member.isSymbol()
            && seen.add(member.name())) {
          found.add(
              mayRun && isPlatform(getter) && !MAKERS.contains(member.name())
                  ? computed(object, member.name(), getter)
                  : new Property.OnDemand(member.name(), getter));
        }
      }
      prototype = JSObject.getPrototype(prototype);
    }
    return found;
  }

  private static Property computed(JSDynamicObject object, String name, JSFunctionObject getter) {
    try {
      return new Property.Computed(
          name, JSRuntime.call(getter, object, JSArguments.EMPTY_ARGUMENTS_ARRAY));
    } catch (AbstractTruffleException e) {
      return new Property.Failed(name, String.valueOf(e.getMessage()));
    }
  }

  /** The entries of a collection; empty for other objects. */
  static Optional<List<Entry>> entries(JSDynamicObject object) {
    if (className(object).filter(COLLECTIONS::contains).isEmpty()) {
      return Optional.empty();
    }
    var entries = new ArrayList<Entry>();
    try {
      var iterate = JSObject.get(object, Symbol.SYMBOL_ITERATOR);
      if (!(iterate instanceof JSFunctionObject function) || !isPlatform(function)) {
        return Optional.empty();
      }
      var none = JSArguments.EMPTY_ARGUMENTS_ARRAY;
      if (!(JSRuntime.call(iterate, object, none) instanceof JSDynamicObject iterator)) {
        return Optional.empty();
      }
      var next = JSObject.get(iterator, Strings.fromJavaString("next"));
      while (entries.size() < MAX_ENTRIES
          && JSRuntime.call(next, iterator, none) instanceof JSDynamicObject step
          && !JSRuntime.toBoolean(JSObject.get(step, Strings.fromJavaString("done")))
          && JSObject.get(step, Strings.fromJavaString("value")) instanceof JSDynamicObject pair) {
        entries.add(new Entry(Text.of(Members.element(pair, 0)), Members.element(pair, 1)));
      }
    } catch (AbstractTruffleException e) {
      return Optional.empty();
    }
    return Optional.of(entries);
  }

  /** Whether a function is the runtime's own or the engine's, and not the program's. */
  static boolean isPlatform(JSFunctionObject function) {
    if (function.getFunctionData().isBuiltin()) {
      return true;
    }
    if (!(function.getFunctionData().getCallTarget() instanceof RootCallTarget target)) {
      return false;
    }
    var section = target.getRootNode().getSourceSection();
    return section != null && section.getSource().isInternal();
  }

  private static boolean isPlatformClass(JSDynamicObject prototype) {
    return Members.own(prototype, "constructor") instanceof JSFunctionObject constructor
        && !constructor.getFunctionData().isBuiltin()
        && isPlatform(constructor);
  }

  private static boolean isEngineClass(JSDynamicObject prototype) {
    return Members.own(prototype, "constructor") instanceof JSFunctionObject constructor
        && constructor.getFunctionData().isBuiltin();
  }
}
