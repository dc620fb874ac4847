package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.objects.JSObject;

/** Assigns values to variables, properties and elements. */
final class Assignment {

  private Assignment() {}

  static void to(Container container, String name, Object value) throws DebuggerException {
    switch (container) {
      case Container.Variables variables -> toVariable(variables, name, value);
      case Container.Properties properties -> toProperty(properties, name, value);
      case Container.Entries _ -> refuse(name);
      case Container.Entry _ -> refuse(name);
      case Container.Getter _ -> refuse(name);
      case Container.Facts _ -> refuse(name);
      case Container.Printed _ -> refuse(name);
      case Container.Values _ -> refuse(name);
    }
  }

  private static void refuse(String name) throws DebuggerException {
    throw new DebuggerException("\"" + name + "\" cannot be assigned.");
  }

  private static void toVariable(Container.Variables variables, String name, Object value)
      throws DebuggerException {
    for (var scope : variables.scopes()) {
      if (Interop.ownNames(scope).contains(name)) {
        if (!Interop.isWritable(scope, name)) {
          throw new DebuggerException("\"" + name + "\" is a constant and cannot be assigned.");
        }
        Interop.write(scope, name, value);
        return;
      }
    }
    refuse(name);
  }

  private static void toProperty(Container.Properties properties, String name, Object value)
      throws DebuggerException {
    var object = properties.object();
    for (var member : Members.all(object)) {
      if (member.name().equals(name) && member.isPrivate()) {
        DynamicObjectLibrary.getUncached().put(object, member.key(), value);
        return;
      }
    }
    try {
      if (!JSObject.set(object, Strings.fromJavaString(name), value)) {
        throw new DebuggerException("\"" + name + "\" is read-only and cannot be assigned.");
      }
    } catch (AbstractTruffleException e) {
      throw new EvaluationException(String.valueOf(e.getMessage()));
    }
  }
}
