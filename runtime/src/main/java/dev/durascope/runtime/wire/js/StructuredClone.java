package dev.durascope.runtime.wire.js;

import dev.durascope.runtime.wire.WireException;
import dev.durascope.runtime.wire.WireValue;
import java.util.function.IntFunction;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * Structured clone in one context: values to bytes in V8's format, and back.
 *
 * <p>What cannot be cloned throws in JavaScript, a {@code DOMException} named {@code
 * DataCloneError} if the context has that class by then, with V8's message. From Java that is a
 * {@code PolyglotException}; thrown on through a host function it arrives in JavaScript as the very
 * error.
 *
 * <p>As in V8: own enumerable properties in order, getters run once each and in order; instances of
 * classes become plain objects; shared references and cycles stay. Unlike V8, a {@code Proxy} is
 * not refused, since nothing tells it from its target: what it shows is cloned.
 *
 * <p>On the context's own thread only.
 */
public final class StructuredClone {

  private final CloneScript script;
  private final ErrorForm errorForm;

  private StructuredClone(CloneScript script, ErrorForm errorForm) {
    this.script = script;
    this.errorForm = errorForm;
  }

  /**
   * Prepares a context; to be called before user code runs there, which might replace what this
   * takes from the globals.
   *
   * @param context a context that allows access to buffers of the host
   * @param errorForm the form in which errors are written
   */
  public static StructuredClone of(Context context, ErrorForm errorForm) {
    return new StructuredClone(CloneScript.in(context), errorForm);
  }

  /** Serializes a value. */
  public byte[] serialize(Value value) {
    return toTree(value).toBytes();
  }

  /**
   * Makes a value out of bytes.
   *
   * @throws WireException if the bytes are damaged
   */
  public Value deserialize(byte[] bytes) {
    return fromTree(WireValue.read(bytes));
  }

  /** Reads a value as a tree, which may then go to another thread or context. */
  public WireValue toTree(Value value) {
    return new ValueReader(script, errorForm, null).item(value);
  }

  /** Makes a value out of a tree. */
  public Value fromTree(WireValue tree) {
    return Value.asValue(new ValueBuilder(script, StructuredClone::noExternal).item(tree));
  }

  /**
   * Serializes a message. In contrast to what is stored, it may hold functions and instances of
   * classes: each is given to {@code externals}, which takes it along or throws.
   */
  public byte[] serializeMessage(Value value, Sending externals) {
    return new ValueReader(script, errorForm, externals).item(value).toBytes();
  }

  /**
   * Makes a value out of a message.
   *
   * @param externals gives what came beside the bytes, by the number that {@link Sending#send} gave
   * @throws WireException if the bytes are damaged
   */
  public Value deserializeMessage(byte[] bytes, IntFunction<Value> externals) {
    return Value.asValue(new ValueBuilder(script, externals).item(WireValue.readMessage(bytes)));
  }

  private static Value noExternal(int index) {
    throw new IllegalArgumentException("an external in a value that is no message: " + index);
  }

  /**
   * The JavaScript function {@code (prototype, message)} after whose call nothing that inherits
   * from {@code prototype} is cloned, outside of messages. Without a message it is workerd's for
   * objects of its own that cannot be serialized. For classes of the platform that are written in
   * JavaScript and would otherwise pass for plain objects.
   */
  public Value refusal() {
    return script.register;
  }
}
