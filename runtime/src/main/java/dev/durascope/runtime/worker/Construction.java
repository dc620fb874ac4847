package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.Facet;
import dev.durascope.runtime.message.ScriptFailure;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Makes the instance of an object: {@code new Class(ctx, env)}. On the isolate's thread only, in a
 * turn of the object.
 *
 * @param containerImage that of the class, if it has one
 */
record Construction(
    DurableObject object,
    WorkerIsolate worker,
    ObjectInterior interior,
    DebugHooks hooks,
    @Nullable String containerImage) {
  /**
   * @param failed hears where and why it could not be made
   */
  void begin(Consumer<Value> made, BiConsumer<String, ScriptFailure> failed) {
    var type = worker.export(object.type().name());
    var problem = worker.calls().classProblem(type);
    if (problem.isPresent()) {
      failed.accept(
          "the constructor",
          ScriptFailure.error(
              "The class "
                  + object.type().name()
                  + " "
                  + problem.get()
                  + " in the worker's main module. Check class_name in the configuration, and the"
                  + " module's exports."));
      return;
    }
    var ctx = ctx();
    var hook = hooks.moments();
    if (hook != null) {
      var moment = new Moment(Moment.Kind.CONSTRUCTOR, "constructor", Optional.of(object));
      hook.entering(worker.isolate(), moment);
    }
    interior.hasContext(ctx);
    worker
        .calls()
        .construct(
            type,
            ctx,
            worker.env(),
            instance -> {
              interior.hasInstance(instance);
              made.accept(instance);
            },
            failure -> failed.accept("the constructor", failure));
    if (hook != null) {
      hook.left(worker.isolate());
    }
  }

  private Value ctx() {
    return worker
        .isolate()
        .prelude("state")
        .getMember("DurableObjectState")
        .newInstance(
            object.facet().flatMap(Facet::id).<Object>map(text -> text).orElseGet(this::id),
            object.namespace().definition().sqlite(),
            object.type().props().map(worker.rpc().codec()::decode).orElse(null),
            containerImage);
  }

  private Value id() {
    var id = object.id();
    return worker.isolate().prelude("namespace").invokeMember("objectId", id.hex(), id.name());
  }
}
