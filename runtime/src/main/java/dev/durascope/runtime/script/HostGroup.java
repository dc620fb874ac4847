package dev.durascope.runtime.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * A named group of Java functions that the prelude calls as {@code host.<group>.<function>(…)};
 * user code never sees it.
 *
 * <p>Functions take and return strings, numbers, booleans, {@code null}, JavaScript values, and
 * opaque handles (any Java object: JavaScript can hold it and hand it back, nothing else). They run
 * on the isolate's thread, and throw {@link ScriptError} to raise a JavaScript error.
 */
public final class HostGroup {
  /** A Java function as JavaScript calls it. */
  @FunctionalInterface
  public interface Function {
    /** The result for {@code arguments}; {@code null} arrives as JavaScript's {@code null}. */
    @Nullable Object call(Arguments arguments);
  }

  /** The arguments of one call; asking for one that was not passed is a programming error. */
  public static final class Arguments {
    private final Value[] values;
    private final Callbacks callbacks;

    Arguments(Value[] values, Callbacks callbacks) {
      this.values = values;
      this.callbacks = callbacks;
    }

    /** How many there are. */
    public int count() {
      return values.length;
    }

    /** All arguments, to be looked at and not to be kept. */
    public Value[] values() {
      return values.clone();
    }

    /** The argument itself. */
    public Value value(int index) {
      callbacks.taken(values[index]);
      return values[index];
    }

    /** The argument as a string. */
    public String string(int index) {
      return values[index].asString();
    }

    /** The argument as a string, or null where JavaScript passed null or undefined. */
    public @Nullable String optionalString(int index) {
      return index >= values.length || values[index].isNull() ? null : values[index].asString();
    }

    /** The argument as a number. */
    public double number(int index) {
      return values[index].asDouble();
    }

    /** The argument as an int. */
    public int integer(int index) {
      return values[index].asInt();
    }

    /** The argument as a boolean. */
    public boolean bool(int index) {
      return values[index].asBoolean();
    }

    /** The Java object behind an opaque handle. */
    public <T> T handle(int index, Class<T> type) {
      return type.cast(values[index].asHostObject());
    }

    /** Whether JavaScript passed null or undefined, or nothing. */
    public boolean isNull(int index) {
      return index >= values.length || values[index].isNull();
    }

    /** A copy of the bytes of an ArrayBuffer. */
    public byte[] bytes(int index) {
      var buffer = values[index];
      var bytes = new byte[Math.toIntExact(buffer.getBufferSize())];
      buffer.readBuffer(0, bytes, 0, bytes.length);
      return bytes;
    }

    /** A copy of a part of the bytes of an ArrayBuffer. */
    public byte[] bytes(int index, int offset, int length) {
      var bytes = new byte[length];
      if (length > 0) {
        values[index].readBuffer(offset, bytes, 0, length);
      }
      return bytes;
    }
  }

  private final String name;
  private final Map<String, Function> functions = new LinkedHashMap<>();
  private final java.util.function.@Nullable Function<String, Function> switched;

  /** An empty group, seen as {@code host.<name>}. */
  public HostGroup(String name) {
    this(name, null);
  }

  private HostGroup(String name, java.util.function.@Nullable Function<String, Function> switched) {
    this.name = name;
    this.switched = switched;
  }

  /** Adds a function. */
  public HostGroup function(String functionName, Function function) {
    functions.put(functionName, function);
    return this;
  }

  String name() {
    return name;
  }

  /**
   * A group whose calls go to the group that is the {@code current} one then: that of the object,
   * of several in an isolate, whose turn it is.
   */
  public static HostGroup switched(String name, Supplier<HostGroup> current) {
    return new HostGroup(name, key -> arguments -> current.get().call(key, arguments));
  }

  private @Nullable Object call(String functionName, Arguments arguments) {
    var function = functions.get(functionName);
    if (function == null) {
      throw new IllegalStateException("no function " + name + "." + functionName);
    }
    return function.call(arguments);
  }

  /**
   * The group as JavaScript sees it.
   *
   * @param thrower errors leave through it
   * @param jsNull what Java's null becomes: left alone it would be a foreign null, which is equal
   *     to JavaScript's but cannot be spread, for one
   * @param callbacks keeps an eye on the functions that Java takes
   * @param unwinding ends the calls of a turn that is being unwound
   */
  ProxyObject proxy(Value thrower, Value jsNull, Callbacks callbacks, Unwinding unwinding) {
    java.util.function.Function<Function, Object> executable =
        function -> executable(function, thrower, jsNull, callbacks, unwinding);
    if (switched != null) {
      return new SwitchedMembers(switched.andThen(executable));
    }
    var members = new LinkedHashMap<String, Object>();
    functions.forEach((key, function) -> members.put(key, executable.apply(function)));
    return new Members(members);
  }

  private static ProxyExecutable executable(
      Function function, Value thrower, Value jsNull, Callbacks callbacks, Unwinding unwinding) {
    return arguments -> {
      unwinding.check();
      try {
        var result = function.call(new Arguments(arguments, callbacks));
        return result == null ? jsNull : result;
      } catch (ScriptError error) {
        throw raise(thrower, error);
      }
    };
  }

  /** Calls the JavaScript thrower, whose exception passes through Java unchanged. */
  private static RuntimeException raise(Value thrower, ScriptError error) {
    thrower.executeVoid(error.name(), error.text());
    return error;
  }

  /** Has every function that it is asked for: the prelude asks for no others than there are. */
  private record SwitchedMembers(java.util.function.Function<String, Object> make)
      implements ProxyObject {
    @Override
    public Object getMember(String key) {
      return make.apply(key);
    }

    @Override
    public Object getMemberKeys() {
      return ProxyArray.fromArray();
    }

    @Override
    public boolean hasMember(String key) {
      return true;
    }

    @Override
    public void putMember(String key, Value value) {
      throw new UnsupportedOperationException("Host functions are fixed: " + key);
    }
  }

  private record Members(Map<String, Object> members) implements ProxyObject {
    @Override
    public @Nullable Object getMember(String key) {
      return members.get(key);
    }

    @Override
    public Object getMemberKeys() {
      return ProxyArray.fromArray(members.keySet().toArray());
    }

    @Override
    public boolean hasMember(String key) {
      return members.containsKey(key);
    }

    @Override
    public void putMember(String key, Value value) {
      throw new UnsupportedOperationException("Host functions are fixed: " + Set.of(key));
    }
  }
}
