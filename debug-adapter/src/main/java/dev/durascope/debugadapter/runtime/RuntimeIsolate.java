package dev.durascope.debugadapter.runtime;

import dev.durascope.debugadapter.core.IsolateView;
import dev.durascope.debugadapter.core.ObjectView;
import dev.durascope.debugadapter.runtime.facts.ObjectFacts;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.worker.IsolateListener.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** An isolate of the runtime as the debugger sees it. */
record RuntimeIsolate(int id, Isolate isolate, Tenancy tenancy, Helpers helpers)
    implements IsolateView {
  static RuntimeIsolate of(int id, Isolate isolate, Tenancy tenancy) {
    return new RuntimeIsolate(id, isolate, tenancy, new Helpers(isolate, tenancy));
  }

  @Override
  public Thread thread() {
    return isolate.thread();
  }

  @Override
  public String title() {
    return tenancy instanceof Tenancy.One(var live) ? live.object().title() : isolate.title();
  }

  @Override
  public Optional<ObjectView> object() {
    return tenancy.running().map(ObjectFacts::new);
  }

  @Override
  public List<String> helperNames() {
    return helpers.names();
  }

  @Override
  public Optional<Value> helper(String name) {
    return helpers.get(name);
  }

  @Override
  public Optional<Value> receiver() {
    return tenancy.running().flatMap(object -> object.interior().instance());
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
