package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.builtins.JSArrayBase;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSMapObject;
import com.oracle.truffle.js.runtime.builtins.JSSetObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSOrdinaryObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A value whole, as JavaScript would write it: what the user copies. A text alone is copied as it
 * is. No code of the program runs: a getter is left as {@code (…)}.
 */
final class Transcript {

  /** Characters after which nothing more is written. */
  private static final int MAX_LENGTH = 1_000_000;

  private static final int MAX_DEPTH = 50;

  private final StringBuilder out = new StringBuilder();
  private final Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());

  private Transcript() {}

  static String of(Object value) {
    if (value instanceof TruffleString || value instanceof String) {
      return Text.of(value);
    }
    var transcript = new Transcript();
    transcript.write(value, "");
    return transcript.out.toString();
  }

  private void write(Object value, String indent) {
    if (out.length() > MAX_LENGTH) {
      out.append('…');
    } else if (value instanceof TruffleString || value instanceof String) {
      out.append(Text.quoted(Text.of(value)));
    } else if (!(value instanceof JSDynamicObject object)
        || Members.isNullish(value)
        || value instanceof JSFunctionObject) {
      out.append(Preview.of(value));
    } else if (path.size() >= MAX_DEPTH || !path.add(object)) {
      out.append(path.contains(object) ? "(circular)" : "…");
    } else {
      writeObject(object, indent);
      path.remove(object);
    }
  }

  private void writeObject(JSDynamicObject object, String indent) {
    var inner = indent + "  ";
    switch (object) {
      case JSMapObject map -> {
        var entries = new ArrayList<List<Object>>();
        var cursor = map.getMap().getEntries();
        while (cursor.advance()) {
          entries.add(List.of(cursor.getKey(), cursor.getValue()));
        }
        out.append("new Map(");
        lines("[", "]", indent, entries, entry -> pair(entry, inner));
        out.append(')');
      }
      case JSSetObject set -> {
        var elements = new ArrayList<Object>();
        var cursor = set.getMap().getEntries();
        while (cursor.advance()) {
          elements.add(cursor.getKey());
        }
        out.append("new Set(");
        lines("[", "]", indent, elements, element -> write(element, inner));
        out.append(')');
      }
      case JSArrayBase array -> list(array, "", indent);
      case JSTypedArrayObject array -> list(array, "new " + Members.className(array), indent);
      case JSOrdinaryObject ordinary when PlatformObjects.className(ordinary).isEmpty() -> {
        var type = Members.className(ordinary);
        out.append(type.equals("Object") ? "" : type + " ");
        lines("{", "}", indent, Members.enumerable(ordinary), member -> member(member, inner));
      }
      default -> out.append(Preview.of(object));
    }
  }

  private void list(JSDynamicObject list, String maker, String indent) {
    var elements = new ArrayList<Object>();
    for (long i = 0; i < Math.min(Members.length(list), MAX_LENGTH); i++) {
      elements.add(Members.element(list, i));
    }
    out.append(maker).append(maker.isEmpty() ? "" : "(");
    lines("[", "]", indent, elements, element -> write(element, indent + "  "));
    out.append(maker.isEmpty() ? "" : ")");
  }

  private void pair(List<Object> entry, String indent) {
    out.append('[');
    write(entry.get(0), indent);
    out.append(", ");
    write(entry.get(1), indent);
    out.append(']');
  }

  private void member(Members.Member member, String indent) {
    out.append(Text.isIdentifier(member.name()) ? member.name() : Text.quoted(member.name()));
    out.append(": ");
    if (member.isGetter()) {
      out.append("(…)");
    } else {
      write(member.value(), indent);
    }
  }

  private interface Writing<T> {
    void write(T part);
  }

  private <T> void lines(
      String open, String close, String indent, List<T> parts, Writing<T> writing) {
    out.append(open);
    for (var part : parts) {
      if (out.length() > MAX_LENGTH) {
        out.append("\n").append(indent).append("  …");
        break;
      }
      out.append("\n").append(indent).append("  ");
      writing.write(part);
      out.append(',');
    }
    out.append(parts.isEmpty() ? "" : "\n" + indent).append(close);
  }
}
