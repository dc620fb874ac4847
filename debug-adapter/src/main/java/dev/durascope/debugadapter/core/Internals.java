package dev.durascope.debugadapter.core;

import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferViewBase;
import com.oracle.truffle.js.runtime.builtins.JSBooleanObject;
import com.oracle.truffle.js.runtime.builtins.JSDataViewObject;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSMapObject;
import com.oracle.truffle.js.runtime.builtins.JSNumberObject;
import com.oracle.truffle.js.runtime.builtins.JSPromise;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.builtins.JSProxy;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.builtins.JSSetObject;
import com.oracle.truffle.js.runtime.builtins.JSStringObject;
import com.oracle.truffle.js.runtime.builtins.JSWeakRefObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.util.JSHashMap;
import java.util.List;
import java.util.Set;

/**
 * What an object is made of that is no property of it: the entries of a map, the state of a
 * promise, the target of a proxy. Read without running any code of the program.
 */
final class Internals {

  private static final Set<String> STREAMS = Set.of("ReadableStream", "WritableStream");

  private Internals() {}

  /**
   * One such thing.
   *
   * @param name as the specification writes it, {@code [[PromiseState]]}
   */
  record Internal(String name, Shown shown) {}

  /** How it is shown. */
  sealed interface Shown {

    /** As a text. */
    record Plain(String text) implements Shown {}

    /** As a value. */
    record Value(Object value) implements Shown {}

    /** As a text that can be opened to so many indexed parts. */
    record Inside(String text, Container container, int size) implements Shown {}
  }

  static List<Internal> of(Container.Properties properties) {
    var owner = properties.owner();
    return switch (properties.object()) {
      case JSMapObject map -> List.of(entries(map, map.getMap(), owner));
      case JSSetObject set -> List.of(entries(set, set.getMap(), owner));
      case JSPromiseObject promise -> ofPromise(promise);
      case JSProxyObject proxy ->
          List.of(
              value("[[Target]]", JSProxy.getTarget(proxy)),
              value("[[Handler]]", JSProxy.getHandler(proxy)));
      case JSArrayBufferObject buffer ->
          List.of(plain("byteLength", Integer.toString(buffer.getByteLength())), bytes(buffer));
      case JSArrayBufferViewBase view -> ofView(view);
      case JSWeakRefObject reference -> ofWeakRef(reference);
      case JSNumberObject number -> List.of(value("[[PrimitiveValue]]", number.getNumber()));
      case JSBooleanObject bool -> List.of(value("[[PrimitiveValue]]", bool.getBooleanValue()));
      case JSStringObject string -> List.of(value("[[PrimitiveValue]]", string.getString()));
      case JSFunctionObject _ -> List.of();
      case JSDynamicObject object -> ofPlatform(object);
    };
  }

  private static List<Internal> ofPromise(JSPromiseObject promise) {
    var state =
        plain(
            "[[PromiseState]]",
            switch (promise.getPromiseState()) {
              case JSPromise.FULFILLED -> "fulfilled";
              case JSPromise.REJECTED -> "rejected";
              default -> "pending";
            });
    return JSPromise.isPending(promise)
        ? List.of(state)
        : List.of(state, value("[[PromiseResult]]", promise.getPromiseResult()));
  }

  private static List<Internal> ofView(JSArrayBufferViewBase view) {
    int length = Bytes.of(view).map(Bytes::length).orElse(0);
    var parts =
        List.of(
            value("buffer", view.getArrayBuffer()),
            plain("byteLength", Integer.toString(length)),
            plain("byteOffset", Integer.toString(view.getByteOffset())));
    return view instanceof JSDataViewObject
        ? List.of(parts.get(0), parts.get(1), parts.get(2), bytes(view))
        : parts;
  }

  private static List<Internal> ofWeakRef(JSWeakRefObject reference) {
    var target = reference.getWeakReference().get();
    return List.of(
        target == null
            ? plain("[[WeakRefTarget]]", "(collected)")
            : value("[[WeakRefTarget]]", target));
  }

  private static List<Internal> ofPlatform(JSDynamicObject object) {
    var stream = PlatformObjects.className(object).filter(STREAMS::contains);
    if (stream.isPresent()) {
      return StreamFacts.of(object, stream.get());
    }
    return PlatformObjects.entries(object)
        .map(
            entries ->
                List.of(
                    new Internal(
                        "[[Entries]]",
                        new Shown.Inside(
                            "(" + entries.size() + ")",
                            new Container.Pairs(entries),
                            entries.size()))))
        .orElse(List.of());
  }

  private static Internal entries(JSDynamicObject collection, JSHashMap map, Owner owner) {
    int size = map.size();
    return new Internal(
        "[[Entries]]",
        new Shown.Inside("(" + size + ")", new Container.Entries(collection, owner), size));
  }

  private static Internal bytes(JSDynamicObject object) {
    var bytes = Bytes.of(object);
    return bytes.isEmpty()
        ? plain("[[Bytes]]", "(detached)")
        : new Internal(
            "[[Bytes]]",
            new Shown.Inside(
                "(" + bytes.get().length() + ")",
                new Container.Octets(bytes.get()),
                bytes.get().length()));
  }

  private static Internal plain(String name, String text) {
    return new Internal(name, new Shown.Plain(text));
  }

  private static Internal value(String name, Object value) {
    return new Internal(name, new Shown.Value(value));
  }
}
