package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.DebugValue;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * The way between the debugger API's values and the language's own.
 *
 * <p>The API hands out the language's value of a variable but not that of a result. A result is
 * therefore assigned to a property of an object made for it, and read from there.
 */
final class EngineValues {

  private static final String PROPERTY = "value";

  private EngineValues() {}

  static Object raw(DebugStackFrame frame, DebugValue value) {
    var realm = JSRealm.get(null);
    var holder = JSOrdinary.create(realm.getContext(), realm);
    var key = Strings.fromJavaString(PROPERTY);
    JSObject.set(holder, key, Undefined.instance);
    wrapped(frame, holder).getProperty(PROPERTY).set(value);
    return JSObject.get(holder, key);
  }

  /** The language's value behind one of the embedding API's; on the thread of its context. */
  static Object raw(Value value) {
    var realm = JSRealm.get(null);
    var holder = JSOrdinary.create(realm.getContext(), realm);
    Context.getCurrent().asValue(holder).putMember(PROPERTY, value);
    return JSObject.get(holder, Strings.fromJavaString(PROPERTY));
  }

  /** One of the language's values as the embedding API has it; on the thread of its context. */
  static Value embedded(Object value) {
    return Context.getCurrent().asValue(value);
  }

  static DebugValue wrapped(DebugStackFrame frame, Object value) {
    return frame.getScope().convertRawValue(JavaScriptLanguage.class, value);
  }
}
