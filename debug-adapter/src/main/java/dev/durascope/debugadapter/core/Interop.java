package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and writes the variables of interop scope objects. */
final class Interop {

  private static final InteropLibrary LIBRARY = InteropLibrary.getUncached();

  private Interop() {}

  /** The names of the variables of a scope and of those around it, as the engine lists them. */
  static List<String> names(Object scope) {
    var names = new ArrayList<String>();
    try {
      var members = LIBRARY.getMembers(scope);
      long size = LIBRARY.getArraySize(members);
      for (long i = 0; i < size; i++) {
        names.add(LIBRARY.asString(LIBRARY.readArrayElement(members, i)));
      }
    } catch (InteropException e) {
      throw new IllegalStateException("a scope without members", e);
    }
    return names;
  }

  /** The names of the variables of a scope alone. */
  static List<String> ownNames(Object scope) {
    var names = names(scope);
    int inherited = parent(scope).map(Interop::names).map(List::size).orElse(0);
    return names.subList(0, Math.max(0, names.size() - inherited));
  }

  /** The value of a variable; empty while it is not initialised. */
  static Optional<Object> read(Object scope, String name) {
    try {
      return Optional.of(LIBRARY.readMember(scope, name));
    } catch (InteropException | AbstractTruffleException e) {
      return Optional.empty();
    }
  }

  static boolean isWritable(Object scope, String name) {
    return LIBRARY.isMemberModifiable(scope, name);
  }

  static void write(Object scope, String name, Object value) throws DebuggerException {
    try {
      LIBRARY.writeMember(scope, name, value);
    } catch (InteropException | AbstractTruffleException e) {
      throw new DebuggerException("\"" + name + "\" cannot be assigned.");
    }
  }

  static Optional<Object> parent(Object scope) {
    try {
      return LIBRARY.hasScopeParent(scope)
          ? Optional.of(LIBRARY.getScopeParent(scope))
          : Optional.empty();
    } catch (InteropException e) {
      return Optional.empty();
    }
  }

  /** What the engine calls a scope: the function's name, or {@code block}. */
  static String title(Object scope) {
    try {
      return LIBRARY.asString(LIBRARY.toDisplayString(scope));
    } catch (InteropException e) {
      return "";
    }
  }

  /** Calls a function with {@code receiver} as its {@code this}. */
  static Object callOn(Object receiver, Object function) throws DebuggerException {
    try {
      return JSRuntime.call(function, receiver, JSArguments.EMPTY_ARGUMENTS_ARRAY);
    } catch (AbstractTruffleException e) {
      throw new EvaluationException(String.valueOf(e.getMessage()));
    }
  }
}
