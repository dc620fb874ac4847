package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.PropertyDescriptor;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the value of a {@link ValuePath} without running anything of the program, so that a glance
 * cannot change what it sees. A getter of the program, and a proxy, is refused by name; the getters
 * of the platform's own classes are read.
 *
 * @param scopes the scopes whose variables can be named, the innermost first
 * @param isolate whose helpers can be named as well
 */
record Glance(List<Object> scopes, IsolateView isolate) {

  /** A glance at what code in a frame can name, and at all variables of its module. */
  static Glance in(Frame frame, DebuggedIsolate isolate) {
    var scopes = new ArrayList<>(FrameScopes.visible(frame));
    FrameScopes.module(frame, isolate.modules()).ifPresent(scopes::add);
    return new Glance(scopes, isolate.view());
  }

  /** The value at the end of a path. */
  Object read(ValuePath path) throws DebuggerException {
    var value = variable(path.root());
    for (var step : path.steps()) {
      if (Members.isNullish(value)) {
        if (step.optional()) {
          return Undefined.instance;
        }
        throw new EvaluationException(
            "TypeError: Cannot read properties of "
                + Preview.of(value)
                + " (reading '"
                + step.name()
                + "')");
      }
      value = property(value, step);
    }
    return value;
  }

  /** The variables that can be named, the innermost first. */
  List<String> names() {
    return scopes.stream().flatMap(scope -> Interop.ownNames(scope).stream()).distinct().toList();
  }

  private Object variable(String name) throws DebuggerException {
    for (var scope : scopes) {
      if (Interop.ownNames(scope).contains(name)) {
        return Interop.read(scope, name)
            .orElseThrow(
                () ->
                    new EvaluationException(
                        "ReferenceError: " + name + " is not yet initialised here"));
      }
    }
    if (isolate.helperNames().contains(name)) {
      return isolate.helper(name).map(EngineValues::raw).orElse(Undefined.instance);
    }
    var global = JSRealm.get(null).getGlobalObject();
    return name.equals("undefined")
        ? Undefined.instance
        : find(global, Strings.fromJavaString(name))
            .map(found -> new Found(global, found))
            .orElseThrow(
                () -> new EvaluationException("ReferenceError: " + name + " is not defined"))
            .value(name);
  }

  /** A property, and the object that it was asked of. */
  private record Found(Object receiver, PropertyDescriptor descriptor) {

    Object value(String name) throws EvaluationException {
      if (descriptor.isDataDescriptor()) {
        var value = descriptor.getValue();
        return value == null ? Undefined.instance : value;
      }
      if (!(descriptor.getGet() instanceof JSFunctionObject getter)) {
        return Undefined.instance;
      }
      if (!PlatformObjects.isPlatform(getter)) {
        throw new EvaluationException(
            "\""
                + name
                + "\" is a getter, which is not run for a glance: open it in the variables, or"
                + " evaluate it in the console.");
      }
      try {
        return JSRuntime.call(getter, receiver, JSArguments.EMPTY_ARGUMENTS_ARRAY);
      } catch (AbstractTruffleException e) {
        throw new EvaluationException(String.valueOf(e.getMessage()));
      }
    }
  }

  private static Object property(Object value, ValuePath.Step step) throws DebuggerException {
    var object = (JSDynamicObject) JSRuntime.toObject(value);
    if (step.isPrivate()) {
      for (var member : Members.all(object)) {
        if (member.isPrivate() && member.name().equals(step.name())) {
          return member.value();
        }
      }
      throw new EvaluationException("There is no " + step.name() + " in " + Preview.of(value));
    }
    var found = find(object, Strings.fromJavaString(step.name()));
    return found.isEmpty() ? Undefined.instance : new Found(value, found.get()).value(step.name());
  }

  private static Optional<PropertyDescriptor> find(JSDynamicObject object, Object key)
      throws EvaluationException {
    for (var at = object; !Members.isNullish(at); at = JSObject.getPrototype(at)) {
      if (at instanceof JSProxyObject) {
        throw new EvaluationException(
            "This is a Proxy, whose traps are not run for a glance: evaluate it in the console.");
      }
      var descriptor = JSObject.getOwnProperty(at, key);
      if (descriptor != null) {
        return Optional.of(descriptor);
      }
    }
    return Optional.empty();
  }
}
