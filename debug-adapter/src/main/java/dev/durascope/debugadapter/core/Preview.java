package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.builtins.JSArrayObject;
import com.oracle.truffle.js.runtime.builtins.JSDataViewObject;
import com.oracle.truffle.js.runtime.builtins.JSDateObject;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSMapObject;
import com.oracle.truffle.js.runtime.builtins.JSPromise;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.builtins.JSProxy;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.builtins.JSRegExp;
import com.oracle.truffle.js.runtime.builtins.JSRegExpObject;
import com.oracle.truffle.js.runtime.builtins.JSSetObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.builtins.JSWeakRefObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.util.JSHashMap;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A value on one line: {@code Room {name: "lobby", members: Map(2) {…}}}.
 *
 * <p>Looking must not change anything, so no code of the program runs: getters are not called, a
 * proxy's traps neither.
 */
final class Preview {

  /** How deep a value shows the values inside it. */
  private static final int MAX_DEPTH = 2;

  /** How many parts of a value are shown. */
  private static final int MAX_PARTS = 5;

  /** Characters of a string inside another value. */
  private static final int MAX_INNER_STRING = 50;

  /** Characters of a whole preview; a string that stands alone is never cut. */
  private static final int MAX_LENGTH = 200;

  private Preview() {}

  /** The preview of a value that stands alone. */
  static String of(Object value) {
    if (value instanceof TruffleString || value instanceof String) {
      return Text.quoted(Text.of(value));
    }
    return Text.clipped(of(value, 0), MAX_LENGTH);
  }

  private static String of(Object value, int depth) {
    if (Members.isNullish(value)) {
      return Text.of(JSRuntime.toString(value));
    } else if (value instanceof TruffleString || value instanceof String) {
      return Text.quoted(Text.clipped(Text.of(value), MAX_INNER_STRING));
    } else if (value instanceof BigInt big) {
      return big + "n";
    } else if (value instanceof Symbol symbol) {
      return symbol.toString();
    } else if (value instanceof Double number && number == 0 && 1 / number < 0) {
      return "-0";
    } else if (value instanceof JSDynamicObject object) {
      return ofObject(object, depth);
    } else if (value instanceof Number || value instanceof Boolean) {
      return Text.of(JSRuntime.toString(value));
    }
    return ofForeign(value);
  }

  private static String ofObject(JSDynamicObject object, int depth) {
    return switch (object) {
      case JSFunctionObject function -> ofFunction(function);
      case JSArrayObject array -> ofList("", Members.length(array), array, depth);
      case JSTypedArrayObject array ->
          ofList(Members.className(array), Members.length(array), array, depth);
      case JSMapObject map ->
          "Map(" + map.getMap().size() + ") " + entries(map.getMap(), true, depth);
      case JSSetObject set ->
          "Set(" + set.getMap().size() + ") " + entries(set.getMap(), false, depth);
      case JSDateObject date -> ofDate(date);
      case JSRegExpObject regExp -> Text.of(JSRegExp.prototypeToString(regExp));
      case JSErrorObject error -> ofError(error);
      case JSPromiseObject promise -> ofPromise(promise, depth);
      case JSProxyObject proxy -> "Proxy(" + of(JSProxy.getTarget(proxy), depth + 1) + ")";
      case JSDataViewObject view -> "DataView(" + Bytes.of(view).map(Bytes::length).orElse(0) + ")";
      case JSWeakRefObject reference -> {
        var target = reference.getWeakReference().get();
        yield "WeakRef(" + (target == null ? "collected" : of(target, depth + 1)) + ")";
      }
      case JSArrayBufferObject buffer -> "ArrayBuffer(" + buffer.getByteLength() + ")";
      default -> ofProperties(object, depth);
    };
  }

  private static String ofFunction(JSFunctionObject function) {
    var name = Members.functionName(function);
    if (function.getFunctionData().isClassConstructor()) {
      return "class " + (name.isEmpty() ? "(anonymous)" : name);
    }
    var async = function.getFunctionData().isAsync() ? "async " : "";
    return async + "ƒ " + name + "()";
  }

  private static String ofDate(JSDateObject date) {
    double time = date.getTimeMillis();
    if (Double.isNaN(time)) {
      return "Invalid Date";
    }
    try {
      return Instant.ofEpochMilli((long) time).toString();
    } catch (DateTimeException outOfRange) {
      return "Date(" + (long) time + ")";
    }
  }

  private static String ofError(JSErrorObject error) {
    var message = Members.text(error, "message");
    var name = Members.className(error);
    return message.isEmpty() ? name : name + ": " + message;
  }

  private static String ofPromise(JSPromiseObject promise, int depth) {
    return switch (promise.getPromiseState()) {
      case JSPromise.FULFILLED ->
          "Promise {fulfilled: " + of(promise.getPromiseResult(), depth + 1) + "}";
      case JSPromise.REJECTED ->
          "Promise {rejected: " + of(promise.getPromiseResult(), depth + 1) + "}";
      default -> "Promise {pending}";
    };
  }

  private static String ofList(String type, long length, JSDynamicObject list, int depth) {
    var head = type + "(" + length + ") ";
    if (depth >= MAX_DEPTH) {
      return head + "[…]";
    }
    var out = new StringBuilder(head).append('[');
    for (int i = 0; i < Math.min(length, MAX_PARTS); i++) {
      out.append(i == 0 ? "" : ", ").append(of(Members.element(list, i), depth + 1));
    }
    return out.append(length > MAX_PARTS ? ", …]" : "]").toString();
  }

  private static String entries(JSHashMap map, boolean withValues, int depth) {
    if (depth >= MAX_DEPTH && map.size() > 0) {
      return "{…}";
    }
    var out = new StringBuilder("{");
    var cursor = map.getEntries();
    for (int i = 0; i < MAX_PARTS && cursor.advance(); i++) {
      out.append(i == 0 ? "" : ", ").append(of(cursor.getKey(), depth + 1));
      if (withValues) {
        out.append(" => ").append(of(cursor.getValue(), depth + 1));
      }
    }
    return out.append(map.size() > MAX_PARTS ? ", …}" : "}").toString();
  }

  private static String ofProperties(JSDynamicObject object, int depth) {
    var platform = PlatformObjects.className(object);
    if (platform.isPresent()) {
      return ofPlatform(object, platform.get(), depth);
    }
    var type = Members.className(object);
    var head = type.equals("Object") ? "" : type + " ";
    var members = Members.enumerable(object);
    if (depth >= MAX_DEPTH && !members.isEmpty()) {
      return head + "{…}";
    }
    var out = new StringBuilder(head).append('{');
    int shown = 0;
    for (var member : members) {
      if (shown == MAX_PARTS) {
        return out.append(", …}").toString();
      }
      out.append(shown++ == 0 ? "" : ", ").append(member.name()).append(": ");
      out.append(member.isGetter() ? "(…)" : of(member.value(), depth + 1));
    }
    return out.append('}').toString();
  }

  private static String ofPlatform(JSDynamicObject object, String type, int depth) {
    var entries = PlatformObjects.entries(object);
    var parts = entries.orElseGet(() -> PlatformObjects.headline(object, type));
    var out = new StringBuilder(type);
    entries.ifPresent(all -> out.append('(').append(all.size()).append(')'));
    if (depth >= MAX_DEPTH && !parts.isEmpty()) {
      return out.append(" {…}").toString();
    }
    out.append(" {");
    for (int i = 0; i < Math.min(parts.size(), MAX_PARTS); i++) {
      var part = parts.get(i);
      out.append(i == 0 ? "" : ", ");
      out.append(entries.isPresent() ? Text.quoted(part.name()) : part.name());
      out.append(entries.isPresent() ? " => " : ": ").append(of(part.value(), depth + 1));
    }
    return out.append(parts.size() > MAX_PARTS ? ", …}" : "}").toString();
  }

  private static String ofForeign(Object value) {
    var interop = InteropLibrary.getUncached();
    try {
      return interop.asString(interop.toDisplayString(value, false));
    } catch (UnsupportedMessageException e) {
      return "(a value of the runtime)";
    }
  }
}
