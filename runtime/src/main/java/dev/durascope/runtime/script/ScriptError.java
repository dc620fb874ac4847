package dev.durascope.runtime.script;

/**
 * An error that a host function throws into JavaScript, where it arrives as a real instance of the
 * class that {@link #name()} names.
 */
public final class ScriptError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;

  private ScriptError(String name, String message) {
    super(message, null, false, false);
    this.name = name;
  }

  /** Arrives as {@code new Error(message)}. */
  public static ScriptError error(String message) {
    return new ScriptError("Error", message);
  }

  /** Arrives as {@code new TypeError(message)}. */
  public static ScriptError typeError(String message) {
    return new ScriptError("TypeError", message);
  }

  /** Arrives as {@code new RangeError(message)}. */
  public static ScriptError rangeError(String message) {
    return new ScriptError("RangeError", message);
  }

  /** Arrives as {@code new DOMException(message, name)}. */
  public static ScriptError domException(String name, String message) {
    return new ScriptError("DOMException:" + name, message);
  }

  /**
   * An error of any class, as {@link #name()} writes it; an unknown class arrives as {@code Error}.
   */
  public static ScriptError of(String name, String message) {
    return new ScriptError(name, message);
  }

  /** The JavaScript class, or {@code DOMException:} and the exception's name. */
  public String name() {
    return name;
  }

  /** The message, never absent. */
  public String text() {
    var message = getMessage();
    return message == null ? "" : message;
  }
}
