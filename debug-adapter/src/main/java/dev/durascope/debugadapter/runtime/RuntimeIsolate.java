package dev.durascope.debugadapter.runtime;

import dev.durascope.debugadapter.core.IsolateView;
import dev.durascope.debugadapter.core.ObjectView;
import dev.durascope.debugadapter.runtime.facts.ObjectFacts;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.worker.IsolateListener.LiveObject;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;

/** An isolate of the runtime as the debugger sees it. */
record RuntimeIsolate(int id, Isolate isolate, Optional<LiveObject> live) implements IsolateView {
  @Override
  public Thread thread() {
    return isolate.thread();
  }

  @Override
  public String title() {
    return live.map(object -> object.object().title()).orElseGet(isolate::title);
  }

  @Override
  public Optional<ObjectView> object() {
    return live.map(ObjectFacts::new);
  }

  @Override
  public void held() {
    isolate.setPaused(true);
  }

  @Override
  public void letGo() {
    isolate.setPaused(false);
  }

  @Override
  public boolean runWhenIdle(Consumer<Context> task) {
    try {
      isolate.loop().postOrReject(() -> inContext(task));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  @Override
  public void inContext(Runnable task) {
    inContext(context -> task.run());
  }

  private void inContext(Consumer<Context> task) {
    var context = isolate.context();
    context.enter();
    try {
      task.accept(context);
    } finally {
      context.leave();
    }
  }
}
