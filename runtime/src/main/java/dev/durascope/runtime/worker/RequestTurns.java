package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.script.TurnGate;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * Runs each turn of the stateless Worker's isolate in the context of the request that began what
 * the turn continues. What a context is, and what it forbids, is in the prelude's {@code
 * iocontext.js}. On the isolate's thread only.
 */
final class RequestTurns implements TurnGate {
  private final Value begin;
  private final Value enter;
  private final Value current;
  private final long subrequests;

  private RequestTurns(Value contexts, long subrequests) {
    this.subrequests = subrequests;
    this.begin = contexts.getMember("begin");
    this.enter = contexts.getMember("enter");
    this.current = contexts.getMember("current");
  }

  /**
   * @param subrequests how many requests and calls each request may send
   */
  static RequestTurns of(Isolate isolate, long subrequests) {
    return new RequestTurns(isolate.prelude("iocontext"), subrequests);
  }

  /** Runs what a new request begins with. */
  void begin(Runnable action) {
    begin.executeVoid(callable(action), false, subrequests);
  }

  @Override
  public Entrance entrance() {
    var context = current.execute();
    return context.isNull() ? Entrance.FREE : turn -> enter.executeVoid(context, callable(turn));
  }

  @Override
  public Entrance reservedEntrance() {
    return entrance();
  }

  private static ProxyExecutable callable(Runnable action) {
    return arguments -> {
      action.run();
      return null;
    };
  }
}
