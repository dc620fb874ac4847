package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSMapObject;
import com.oracle.truffle.js.runtime.objects.JSObject;

/**
 * Assigns values to variables, properties, elements, entries of maps, and to what is kept outside
 * of JavaScript.
 */
final class Assignment {

  private Assignment() {}

  static void to(Container container, String name, Object value) throws DebuggerException {
    switch (container) {
      case Container.Variables variables -> toVariable(variables, name, value);
      case Container.Properties properties -> toProperty(properties, name, value);
      case Container.Entry entry -> toEntry(entry, name, value);
      case Container.Facts facts -> toFact(facts, name, value);
      case Container.Copied copied -> to(copied.object().opened(), name, value);
      case Container.Entries _ -> refuse(name);
      case Container.Getter _ -> refuse(name);
      case Container.Printed _ -> refuse(name);
      case Container.Returned _ -> refuse(name);
      case Container.Values _ -> refuse(name);
      case Container.Pairs _ -> refuse(name);
      case Container.Octets _ -> refuse(name);
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
    setProperty(properties, name, value);
    properties.owner().changed();
  }

  private static void setProperty(Container.Properties properties, String name, Object value)
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

  private static void toEntry(Container.Entry entry, String name, Object value)
      throws DebuggerException {
    if (!name.equals("value") || !(entry.collection() instanceof JSMapObject map)) {
      throw new DebuggerException("The key of an entry cannot be assigned.");
    }
    map.getMap().put(entry.key(), value);
    entry.owner().changed();
  }

  private static void toFact(Container.Facts facts, String name, Object value)
      throws DebuggerException {
    var place = facts.parts().find(name).flatMap(Fact::place);
    if (place.isEmpty()) {
      refuse(name);
    } else {
      place.get().put(EngineValues.embedded(value));
    }
  }
}
