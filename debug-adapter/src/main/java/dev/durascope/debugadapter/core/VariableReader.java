package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSArrayBase;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSMapObject;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.builtins.JSSetObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.util.JSHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Reads the parts of scopes and values, on the thread that they belong to. */
final class VariableReader {

  private final ThreadAccess access;
  private final References references;

  VariableReader(ThreadAccess access, References references) {
    this.access = access;
    this.references = references;
  }

  /** A value as a line of its own: the result of an expression. */
  Variable line(String name, Object value, String expression) {
    return variable(name, value, expression, Variable.Kind.DATA);
  }

  int hold(Container container) {
    return references.hold(access, container);
  }

  /** The named parts; for a getter, the value it returns. */
  List<Variable> named(Container container) throws DebuggerException {
    return switch (container) {
      case Container.Variables variables -> ofScopes(variables.scopes());
      case Container.Properties properties -> ofObject(properties);
      case Container.Entries _ -> List.of();
      case Container.Returned returned -> List.of(internal("returned", returned.value()));
      case Container.Values _ -> List.of();
      case Container.Entry entry ->
          List.of(
              internal("key", entry.key()),
              variable("value", entry.value(), "", Variable.Kind.DATA, entry.owner()));
      case Container.Getter getter ->
          List.of(line("", Interop.callOn(getter.receiver(), getter.function()), ""));
      case Container.Facts _ -> List.of();
      case Container.Pairs _ -> List.of();
      case Container.Octets _ -> List.of();
      case Container.Copied copied -> named(copied.object().opened());
      case Container.Printed printed -> List.of(printed(printed));
    };
  }

  /** A printed line: opened, it shows the object that was printed, or all that was. */
  private Variable printed(Container.Printed printed) {
    var values = printed.values();
    if (values.size() == 1) {
      var line = line("", values.getFirst(), "");
      return new Variable(
          "",
          printed.text(),
          line.type(),
          line.reference(),
          line.named(),
          line.indexed(),
          Optional.empty(),
          Variable.Kind.CONSTANT,
          OptionalInt.empty());
    }
    return new Variable(
        "",
        printed.text(),
        "",
        hold(new Container.Values(values)),
        0,
        values.size(),
        Optional.empty(),
        Variable.Kind.CONSTANT,
        OptionalInt.empty());
  }

  int indexedCount(Container container) {
    return switch (container) {
      case Container.Properties properties when hasElements(properties.object()) ->
          (int) Math.min(Integer.MAX_VALUE, Members.length(properties.object()));
      case Container.Entries entries -> map(entries.collection()).size();
      case Container.Facts facts -> facts.parts().size();
      case Container.Copied copied -> indexedCount(copied.object().opened());
      case Container.Values values -> values.values().size();
      case Container.Pairs pairs -> pairs.entries().size();
      case Container.Octets octets -> octets.bytes().length();
      default -> 0;
    };
  }

  /** At most {@code count} of the indexed parts, from the one at {@code start}. */
  List<Variable> indexed(Container container, int start, int count) {
    return switch (container) {
      case Container.Properties properties when hasElements(properties.object()) ->
          elements(properties, start, count);
      case Container.Entries entries -> entries(entries, start, count);
      case Container.Facts facts ->
          facts.parts().page(start, count).stream().map(this::fact).toList();
      case Container.Copied copied -> indexed(copied.object().opened(), start, count);
      case Container.Values values ->
          IntStream.range(start, Math.min(values.values().size(), start + count))
              .mapToObj(
                  i ->
                      variable(
                          String.valueOf(i), values.values().get(i), "", Variable.Kind.CONSTANT))
              .toList();
      case Container.Pairs pairs ->
          pairs.entries().stream()
              .skip(start)
              .limit(count)
              .map(entry -> internal(entry.name(), entry.value()))
              .toList();
      case Container.Octets octets -> octets(octets.bytes(), start, count);
      default -> List.of();
    };
  }

  private static List<Variable> octets(Bytes bytes, int start, int count) {
    var read = bytes.read(start, count);
    return IntStream.range(0, read.length)
        .mapToObj(
            i ->
                plain(
                    String.valueOf(start + i),
                    String.format("0x%02x", read[i] & 0xff),
                    Variable.Kind.CONSTANT))
        .toList();
  }

  private List<Variable> ofScopes(List<Object> scopes) {
    var variables = new ArrayList<Variable>();
    for (var scope : scopes) {
      for (var name : Interop.ownNames(scope)) {
        var kind = Interop.isWritable(scope, name) ? Variable.Kind.DATA : Variable.Kind.CONSTANT;
        var value = Interop.read(scope, name);
        var line =
            value.isPresent()
                ? variable(name, value.get(), name, kind)
                : plain(name, "(not yet initialised)", kind);
        if (name.equals("this")) {
          variables.addFirst(line);
        } else {
          variables.add(line);
        }
      }
    }
    return variables;
  }

  private List<Variable> ofObject(Container.Properties properties) {
    var object = properties.object();
    var variables = new ArrayList<Variable>();
    Internals.of(properties).forEach(internal -> variables.add(internal(internal)));
    boolean isPlatform = PlatformObjects.className(object).isPresent();
    for (var member : Members.all(object)) {
      if (!isPlatform || !isHidden(member)) {
        variables.add(member(properties, member));
      }
    }
    for (var property : PlatformObjects.properties(object)) {
      variables.add(computed(properties, property));
    }
    if (!(object instanceof JSProxyObject)) {
      var prototype = JSObject.getPrototype(object);
      if (!Members.isNullish(prototype)) {
        variables.add(internal("[[Prototype]]", prototype));
      }
    }
    return variables;
  }

  private Variable internal(Internals.Internal internal) {
    return switch (internal.shown()) {
      case Internals.Shown.Plain(String text) ->
          plain(internal.name(), text, Variable.Kind.INTERNAL);
      case Internals.Shown.Value(Object value) -> internal(internal.name(), value);
      case Internals.Shown.Inside(String text, Container container, int size) ->
          new Variable(
              internal.name(),
              text,
              "",
              size == 0 ? 0 : hold(container),
              0,
              size,
              Optional.empty(),
              Variable.Kind.INTERNAL,
              OptionalInt.empty());
    };
  }

  /** What the object's class computes. */
  private Variable computed(Container.Properties properties, PlatformObjects.Property property) {
    var path = path(properties.expression(), property.name());
    return switch (property) {
      case PlatformObjects.Property.Computed(String name, Object value) ->
          variable(name, value, path.orElse(""), Variable.Kind.CONSTANT);
      case PlatformObjects.Property.Failed(String name, String message) ->
          plain(name, "(" + message + ")", Variable.Kind.CONSTANT);
      case PlatformObjects.Property.OnDemand(String name, JSFunctionObject getter) ->
          getter(name, getter, properties.object(), path);
    };
  }

  private Variable getter(
      String name, JSFunctionObject getter, JSDynamicObject receiver, Optional<String> path) {
    return new Variable(
        name,
        "(…)",
        "",
        hold(new Container.Getter(getter, receiver)),
        0,
        0,
        path,
        Variable.Kind.GETTER,
        OptionalInt.empty());
  }

  private Variable member(Container.Properties properties, Members.Member member) {
    var path = path(properties.expression(), member);
    if (member.isGetter()) {
      return member.descriptor().getGet() instanceof JSFunctionObject function
          ? getter(member.name(), function, properties.object(), path)
          : plain(member.name(), "undefined", Variable.Kind.HIDDEN);
    }
    var kind =
        member.isPrivate() || !member.descriptor().getIfHasEnumerable(false)
            ? Variable.Kind.HIDDEN
            : member.descriptor().getIfHasWritable(false)
                ? Variable.Kind.DATA
                : Variable.Kind.CONSTANT;
    return variable(member.name(), member.value(), path.orElse(""), kind, properties.owner());
  }

  private static Optional<String> path(String expression, Members.Member member) {
    return member.isPrivate() || member.isSymbol()
        ? Optional.empty()
        : path(expression, member.name());
  }

  private static Optional<String> path(String expression, String name) {
    if (expression.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Text.isIdentifier(name)
            ? expression + "." + name
            : expression + "[" + Text.quoted(name) + "]");
  }

  /** What the platform's classes keep for themselves. */
  private static boolean isHidden(Members.Member member) {
    return member.isPrivate() || member.name().startsWith("_") || member.isSymbol();
  }

  private List<Variable> elements(Container.Properties properties, int start, int count) {
    var variables = new ArrayList<Variable>();
    long end = Math.min(Members.length(properties.object()), (long) start + count);
    for (int i = start; i < end; i++) {
      var path = properties.expression().isEmpty() ? "" : properties.expression() + "[" + i + "]";
      variables.add(
          variable(
              String.valueOf(i),
              Members.element(properties.object(), i),
              path,
              Variable.Kind.DATA,
              properties.owner()));
    }
    return variables;
  }

  private List<Variable> entries(Container.Entries entries, int start, int count) {
    var variables = new ArrayList<Variable>();
    boolean pairs = entries.collection() instanceof JSMapObject;
    var cursor = map(entries.collection()).getEntries();
    for (int i = 0; i < start + count && cursor.advance(); i++) {
      if (i < start) {
        continue;
      }
      var name = String.valueOf(i);
      if (pairs) {
        var text = "{" + Preview.of(cursor.getKey()) + " => " + Preview.of(cursor.getValue()) + "}";
        int reference =
            hold(
                new Container.Entry(
                    entries.collection(), cursor.getKey(), cursor.getValue(), entries.owner()));
        variables.add(
            new Variable(
                name,
                text,
                "",
                reference,
                2,
                0,
                Optional.empty(),
                Variable.Kind.INTERNAL,
                OptionalInt.empty()));
      } else {
        variables.add(internal(name, cursor.getKey()));
      }
    }
    return variables;
  }

  private Variable fact(Fact fact) {
    int reference = 0;
    int size = 0;
    switch (fact.inside().orElse(null)) {
      case null -> {}
      case Fact.Parts parts -> {
        size = parts.size();
        reference = size == 0 ? 0 : hold(new Container.Facts(parts));
      }
      case Fact.Copy copy -> reference = hold(new Container.Copied(new CopiedObject(copy, fact)));
    }
    return new Variable(
        fact.name(),
        fact.value(),
        fact.type(),
        reference,
        0,
        size,
        fact.expression().isEmpty() ? Optional.empty() : Optional.of(fact.expression()),
        fact.place().isPresent() ? Variable.Kind.DATA : Variable.Kind.CONSTANT,
        OptionalInt.empty());
  }

  private Variable internal(String name, Object value) {
    return variable(name, value, "", Variable.Kind.INTERNAL);
  }

  private static Variable plain(String name, String value, Variable.Kind kind) {
    return new Variable(name, value, "", 0, 0, 0, Optional.empty(), kind, OptionalInt.empty());
  }

  private Variable variable(String name, Object value, String expression, Variable.Kind kind) {
    return variable(name, value, expression, kind, Owner.NONE);
  }

  private Variable variable(
      String name, Object value, String expression, Variable.Kind kind, Owner owner) {
    int reference = 0;
    int indexed = 0;
    int named = 0;
    if (value instanceof JSDynamicObject object && !Members.isNullish(value)) {
      var container = new Container.Properties(object, expression, owner);
      reference = hold(container);
      indexed = indexedCount(container);
      named = hasElements(object) ? Members.all(object).size() + 1 : 0;
    }
    return new Variable(
        name,
        Preview.of(value),
        type(value),
        reference,
        named,
        indexed,
        expression.isEmpty() ? Optional.empty() : Optional.of(expression),
        kind,
        Bytes.of(value).isPresent() ? OptionalInt.of(reference) : OptionalInt.empty());
  }

  static String type(Object value) {
    return switch (value) {
      case TruffleString _ -> "string";
      case String _ -> "string";
      case BigInt _ -> "bigint";
      case Number _ -> "number";
      case Boolean _ -> "boolean";
      case Symbol _ -> "symbol";
      case JSFunctionObject _ -> "function";
      case JSDynamicObject object when Members.isNullish(object) -> Preview.of(object);
      case JSDynamicObject object -> Members.className(object);
      default -> "";
    };
  }

  private static boolean hasElements(JSDynamicObject object) {
    return object instanceof JSArrayBase || object instanceof JSTypedArrayObject;
  }

  private static JSHashMap map(JSDynamicObject collection) {
    return switch (collection) {
      case JSMapObject map -> map.getMap();
      case JSSetObject set -> set.getMap();
      default -> throw new IllegalStateException("no entries in a " + collection.getClass());
    };
  }
}
