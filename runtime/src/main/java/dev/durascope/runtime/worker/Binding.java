package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.HostGroup;

/**
 * One value of {@code env}: what it is called, and how an isolate makes it.
 *
 * <p>A binding is the same for all isolates of a worker's version; the JavaScript value is made in
 * each by a file of the prelude, which exports {@code bind(name, options, host)}. It is made when
 * user code first reads it, so an isolate pays only for what it uses. {@code host} holds the Java
 * functions of {@link #functions}: what the value cannot do in JavaScript.
 *
 * <p>What a binding keeps beyond a version of the code (a database, a queue) it does not own, it
 * only refers to it.
 */
public interface Binding {
  /** Whether the thing behind a binding is there. */
  enum Mode {
    /** It is simulated on this machine. */
    LOCAL("local"),
    /** Any use of it fails with an error that names it. */
    UNAVAILABLE("not available");

    private final String text;

    Mode(String text) {
      this.text = text;
    }

    /** As the list of bindings shows it. */
    public String text() {
      return text;
    }
  }

  /**
   * What the list of bindings says.
   *
   * @param resource the kind, in the platform's words, such as {@code KV Namespace}
   * @param detail what it refers to, such as an id; empty for nothing
   */
  record Description(String resource, String detail, Mode mode) {}

  /** The property of {@code env}. */
  String name();

  /** What to tell the user about it. */
  Description description();

  /** The file of the prelude that makes the value, such as {@code binding/kv}. */
  String prelude();

  /** What {@code bind} gets as {@code options}, as JSON. */
  default String options() {
    return "{}";
  }

  /**
   * Adds the functions that {@code bind} gets as {@code host}. Called on the isolate's thread,
   * before anything is loaded into it; what the functions do happens later.
   */
  default void functions(HostGroup group, BindingContext context) {}
}
