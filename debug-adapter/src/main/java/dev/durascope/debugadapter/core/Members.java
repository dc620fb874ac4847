package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSArrayBase;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.PropertyDescriptor;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.ArrayList;
import java.util.List;

/**
 * The properties of JavaScript objects, read without running any code of the program. A proxy has
 * none here: asking it would run its traps.
 */
final class Members {

  private static final String PRIVATE_PREFIX = "#";

  private Members() {}

  /**
   * A property.
   *
   * @param key the engine's key: a string, a symbol, or the hidden key of a private field
   * @param name the key as text
   * @param descriptor the property itself
   */
  record Member(Object key, String name, PropertyDescriptor descriptor) {

    boolean isGetter() {
      return descriptor.isAccessorDescriptor();
    }

    boolean isPrivate() {
      return key instanceof HiddenKey;
    }

    boolean isSymbol() {
      return key instanceof Symbol;
    }

    /** The value of a data property. */
    Object value() {
      var value = descriptor.getValue();
      return value == null ? Undefined.instance : value;
    }
  }

  /** The own properties of an object that are no elements, private fields first. */
  static List<Member> all(JSDynamicObject object) {
    var members = new ArrayList<Member>();
    if (object instanceof JSProxyObject) {
      return members;
    }
    for (var property : object.getShape().getPropertyListInternal(true)) {
      if (property.getKey() instanceof HiddenKey hidden
          && hidden.toString().startsWith(PRIVATE_PREFIX)) {
        var value =
            DynamicObjectLibrary.getUncached().getOrDefault(object, hidden, Undefined.instance);
        members.add(new Member(hidden, hidden.toString(), PropertyDescriptor.createData(value, 0)));
      }
    }
    boolean hasElements = object instanceof JSArrayBase || object instanceof JSTypedArrayObject;
    for (var key : hasElements ? namedKeys(object) : JSObject.ownPropertyKeys(object)) {
      var descriptor = JSObject.getOwnProperty(object, key);
      if (descriptor != null) {
        members.add(new Member(key, name(key), descriptor));
      }
    }
    return members;
  }

  /** The own properties that ordinary code would enumerate. */
  static List<Member> enumerable(JSDynamicObject object) {
    return all(object).stream()
        .filter(member -> !member.isSymbol() && !member.isPrivate())
        .filter(member -> member.descriptor().getIfHasEnumerable(false))
        .toList();
  }

  /** Whether a value is {@code null} or {@code undefined}; the engine has one object for each. */
  @SuppressWarnings("ReferenceEquality")
  static boolean isNullish(Object value) {
    return value == Null.instance || value == Undefined.instance;
  }

  /** The keys of a list without its elements, which can be very many. */
  private static List<Object> namedKeys(JSDynamicObject list) {
    return list.getShape().getKeyList();
  }

  private static String name(Object key) {
    return key instanceof Symbol symbol ? "[" + symbol + "]" : Text.of(key);
  }

  /** The value of an own data property; undefined when there is none. */
  static Object own(JSDynamicObject object, String name) {
    if (object instanceof JSProxyObject) {
      return Undefined.instance;
    }
    var descriptor = JSObject.getOwnProperty(object, Strings.fromJavaString(name));
    return descriptor != null && descriptor.isDataDescriptor() && descriptor.getValue() != null
        ? descriptor.getValue()
        : Undefined.instance;
  }

  /** Whether an object has an own property of this name. */
  static boolean has(JSDynamicObject object, String name) {
    return !(object instanceof JSProxyObject)
        && JSObject.getOwnProperty(object, Strings.fromJavaString(name)) != null;
  }

  /** An own data property as text; empty when it is no string. */
  static String text(JSDynamicObject object, String name) {
    return own(object, name) instanceof TruffleString text ? text.toJavaStringUncached() : "";
  }

  /** An element of an array or typed array; undefined for a hole or a getter. */
  static Object element(JSDynamicObject list, long index) {
    var descriptor = JSObject.getOwnProperty(list, Strings.fromLong(index));
    return descriptor != null && descriptor.isDataDescriptor() && descriptor.getValue() != null
        ? descriptor.getValue()
        : Undefined.instance;
  }

  static long length(JSDynamicObject list) {
    if (list instanceof JSTypedArrayObject typed) {
      return typed.getLength();
    }
    return own(list, "length") instanceof Number length ? length.longValue() : 0;
  }

  static String functionName(JSFunctionObject function) {
    return text(function, "name");
  }

  /** The name of the class an object was made from, found along its prototypes. */
  static String className(JSDynamicObject object) {
    if (object instanceof JSProxyObject) {
      return "Proxy";
    }
    var prototype = JSObject.getPrototype(object);
    while (!isNullish(prototype) && !(prototype instanceof JSProxyObject)) {
      if (own(prototype, "constructor") instanceof JSFunctionObject constructor
          && !functionName(constructor).isEmpty()) {
        return functionName(constructor);
      }
      prototype = JSObject.getPrototype(prototype);
    }
    return object instanceof JSErrorObject ? "Error" : "Object";
  }
}
