package dev.durascope.debugadapter.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** One isolate: a JavaScript world with a thread of its own, which the user sees as a thread. */
public interface IsolateView {

  /** A positive number that no other isolate of the same debuggee ever has. */
  int id();

  /** The one platform thread that runs this isolate's code. */
  Thread thread();

  /** What the user calls it: {@code ChatRoom "lobby"}, {@code Worker chat}. */
  String title();

  /** The Durable Object that lives in it; empty for a Worker. */
  Optional<ObjectView> object();

  /** The names that the user's expressions may use beside those of the program, sorted. */
  default List<String> helperNames() {
    return List.of();
  }

  /** What one of {@link #helperNames} stands for. Called on the isolate's thread. */
  default Optional<Value> helper(String name) {
    return Optional.empty();
  }

  /** What is {@code this} between two events: the object's instance. On the isolate's thread. */
  default Optional<Value> receiver() {
    return Optional.empty();
  }

  /** The debugger holds the thread from now on; called on that thread. */
  void held();

  /** The debugger has let the thread go; called on that thread. */
  void letGo();

  /** Runs a task at once, with the isolate's context entered; called on its thread. */
  void inContext(Runnable task);

  /**
   * Runs a task on the isolate's thread, with its context entered, between two of its events.
   *
   * @return false when the isolate has ended; the task is then not run
   */
  boolean runWhenIdle(Consumer<Context> task);
}
