package dev.durascope.runtime.message;

import java.util.EnumSet;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A JavaScript error on its way to another isolate or out of the runtime: its class name, message
 * and stack as text, since the error object itself cannot leave its isolate.
 */
public final class ScriptFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What the platform says of an error beside its message, as properties that are true. */
  private enum Trait {
    REMOTE,
    RESET,
    OVERLOADED,
    RETRYABLE
  }

  // EnumSet is serializable, as an exception has to be.
  private final EnumSet<Trait> traits;
  private final String name;
  private final String stack;
  private final byte @Nullable [] value;
  private final @Nullable String objectId;

  /**
   * @param name the error's {@code name}, such as {@code TypeError}
   * @param stack the error's {@code stack}, with the positions that the engine saw; may be empty
   */
  public ScriptFailure(String name, String message, String stack) {
    this(name, message, stack, null, null, EnumSet.of(Trait.REMOTE));
  }

  private ScriptFailure(
      String name,
      String message,
      String stack,
      byte @Nullable [] value,
      @Nullable String objectId,
      EnumSet<Trait> traits) {
    super(message, null, false, false);
    this.traits = traits;
    this.name = name;
    this.stack = stack;
    this.value = value;
    this.objectId = objectId;
  }

  /**
   * The same with the error itself in V8's serialization, for what the text lacks: its other
   * properties and its cause.
   */
  public ScriptFailure withValue(byte[] serialized) {
    return new ScriptFailure(name, text(), stack, serialized, objectId, traits);
  }

  /** The same as thrown by a Durable Object, which the error names by its id from then on. */
  public ScriptFailure from(String durableObjectId) {
    return new ScriptFailure(name, text(), stack, value, durableObjectId, traits);
  }

  private ScriptFailure with(Trait trait) {
    var more = EnumSet.copyOf(traits);
    more.add(trait);
    return new ScriptFailure(name, text(), stack, value, objectId, more);
  }

  /** The same as thrown by the code that was called: {@code error.remote}. As it is at first. */
  public ScriptFailure remote() {
    return with(Trait.REMOTE);
  }

  /** The same as thrown by the platform, and not by the code that was called. */
  public ScriptFailure local() {
    var others = EnumSet.copyOf(traits);
    others.remove(Trait.REMOTE);
    return new ScriptFailure(name, text(), stack, value, objectId, others);
  }

  /** The same as what a Durable Object was reset by: {@code error.durableObjectReset}. */
  public ScriptFailure reset() {
    return with(Trait.RESET);
  }

  /** The same as that of an object that cannot keep up: {@code error.overloaded}. */
  public ScriptFailure overloaded() {
    return with(Trait.OVERLOADED);
  }

  /** The same as what may not come again when one tries again: {@code error.retryable}. */
  public ScriptFailure retryable() {
    return with(Trait.RETRYABLE);
  }

  /** Whether the code that was called has thrown it. */
  public boolean isRemote() {
    return traits.contains(Trait.REMOTE);
  }

  /** Whether a Durable Object was reset by it. */
  public boolean isReset() {
    return traits.contains(Trait.RESET);
  }

  /** Whether it says that a Durable Object cannot keep up. */
  public boolean isOverloaded() {
    return traits.contains(Trait.OVERLOADED);
  }

  /** Whether it says that one may try again. */
  public boolean isRetryable() {
    return traits.contains(Trait.RETRYABLE);
  }

  /** The Durable Object that threw it, where that is known. */
  public @Nullable String objectId() {
    return objectId;
  }

  /** The error in V8's serialization, where it was kept; nobody writes to it. */
  public byte @Nullable [] value() {
    return value;
  }

  /** The failure behind a future's exception; one of Java's own becomes a plain {@code Error}. */
  public static ScriptFailure of(Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof ScriptFailure script
        ? script
        : error(cause.getMessage() == null ? cause.toString() : cause.getMessage());
  }

  /** A plain {@code Error}. */
  public static ScriptFailure error(String message) {
    return new ScriptFailure("Error", message, "");
  }

  /** A {@code TypeError}. */
  public static ScriptFailure typeError(String message) {
    return new ScriptFailure("TypeError", message, "");
  }

  /** The error's class name. */
  public String name() {
    return name;
  }

  /** The error's message, never absent. */
  public String text() {
    var message = getMessage();
    return message == null ? "" : message;
  }

  /** The stack as JavaScript gave it. */
  public String stack() {
    return stack;
  }

  /** Name and message, as {@code String(error)} gives them. */
  public String summary() {
    return text().isEmpty() ? name : name + ": " + text();
  }
}
