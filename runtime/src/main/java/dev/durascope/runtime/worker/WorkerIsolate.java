package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.CacheHost;
import dev.durascope.runtime.api.CloneHost;
import dev.durascope.runtime.api.MessageBridge;
import dev.durascope.runtime.api.SocketAttachments;
import dev.durascope.runtime.api.WebPlatform;
import dev.durascope.runtime.message.CallMark;
import dev.durascope.runtime.message.Handover;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.wire.js.StructuredClone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * An isolate into which a version of a worker is loaded: the module's exports, {@code env}, and the
 * passage of messages. The stateless Worker has one; Durable Objects have one each, or share one.
 *
 * <p>On the isolate's thread only, but for {@link #isolate}.
 */
final class WorkerIsolate {
  private final Isolate isolate;
  private final Services services;
  private final WorkerVersion version;
  private final Bindings bindings;
  private final Supplier<? extends Resident> resident;
  private @Nullable Calls calls;
  private @Nullable MessageBridge bridge;
  private @Nullable Value exports;
  private @Nullable Value env;
  private @Nullable StructuredClone clone;
  private @Nullable Value undefined;

  private WorkerIsolate(
      String title,
      Services services,
      WorkerVersion version,
      Bindings bindings,
      Clock clock,
      Supplier<? extends Resident> resident,
      Function<WorkerIsolate, SocketAttachments> attachments,
      Function<WorkerIsolate, List<HostGroup>> ownGroups) {
    this.resident = resident;
    this.services = services;
    this.version = version;
    this.bindings = bindings;
    var web =
        new WebPlatform.Services(
            clock,
            () -> resident().io(),
            attachments.apply(this),
            version.compatibility().flags(),
            (from, line) -> services.log().console(from, resident().title(), line),
            services.network());
    this.isolate =
        Isolate.start(
            title,
            services.engine().get(),
            version.modules(),
            started -> {
              var groups = new ArrayList<>(WebPlatform.groups(started, web));
              groups.add(ObjectsHost.group());
              groups.add(RpcHost.group(this));
              groups.add(ExportsHost.group(this, services));
              groups.add(AssetsHost.group(version.assets()));
              groups.add(CloneHost.group(this::copy));
              groups.add(CacheHost.group(services.workers().cache()));
              groups.addAll(bindingGroups(started, clock));
              groups.addAll(ownGroups.apply(this));
              return groups;
            });
    isolate.loop().wakeBy(Handover::tell);
    isolate.post(this::handOverTogether);
  }

  private void handOverTogether() {
    var loop = isolate.loop();
    var handover = Handover.gather(loop::hasWaitingTurns);
    loop.onSettled(handover::turnEnded);
    loop.onDraggingTurn(handover::tellAll);
  }

  /**
   * Starts an isolate; nothing of the worker is loaded before {@link #load}.
   *
   * @param resident whose turn it is; asked on the isolate's thread
   * @param ownGroups asked on the isolate's thread
   */
  static WorkerIsolate start(
      String title,
      Services services,
      WorkerVersion version,
      Bindings bindings,
      Clock clock,
      Supplier<? extends Resident> resident,
      Function<WorkerIsolate, SocketAttachments> attachments,
      Function<WorkerIsolate, List<HostGroup>> ownGroups) {
    return new WorkerIsolate(
        title, services, version, bindings, clock, resident, attachments, ownGroups);
  }

  /** Imports the main module and builds {@code env}. */
  void load(Runnable ok, Consumer<ScriptFailure> fail) {
    var cloner = StructuredClone.of(isolate.context(), version.compatibility().errorForm());
    isolate.prelude("webidl").invokeMember("tellUncloneable", cloner.refusal());
    clone = cloner;
    bridge = MessageBridge.of(isolate);
    calls =
        new Calls(
            isolate,
            this::structuredClone,
            failure ->
                services.log().uncaught(resident().title(), "a promise nobody awaits", failure));
    env = buildEnv();
    calls.load(
        version.main().toString(),
        module -> {
          exports = module;
          isolate.prelude("exports").invokeMember("of", module);
          ok.run();
        },
        fail);
  }

  private List<HostGroup> bindingGroups(Isolate started, Clock clock) {
    var context = new IsolateBindingContext(this, started, clock);
    var groups = new ArrayList<HostGroup>();
    for (var binding : bindings.all()) {
      var group = new HostGroup("binding " + binding.name());
      binding.functions(group, context);
      groups.add(group);
    }
    return groups;
  }

  private Value buildEnv() {
    var described = new ArrayList<Object>();
    for (var binding : bindings.all()) {
      described.add(binding.name());
      described.add(binding.prelude());
      described.add(binding.options());
    }
    return isolate.prelude("environment").invokeMember("build", ProxyArray.fromList(described));
  }

  Isolate isolate() {
    return isolate;
  }

  /** What the worker's date and flags change. */
  Compatibility compatibility() {
    return version.compatibility();
  }

  /** Whose turn it is. */
  Resident resident() {
    return resident.get();
  }

  /** The receiving side of its remote calls. */
  RpcServer rpc() {
    return resident().rpc();
  }

  /** Lets an exception pass that is the engine's way of ending the isolate. */
  static void rethrowIfEnding(PolyglotException e) {
    if (Isolate.isEnding(e)) {
      throw e;
    }
  }

  /** What a debugger follows the call by that JavaScript makes now. */
  Optional<CallMark> calling() {
    return services.isolates().calling();
  }

  ScriptLog log() {
    return services.log();
  }

  /** Values to bytes and back, for storage, remote calls and attachments. */
  StructuredClone structuredClone() {
    return loaded(clone);
  }

  Calls calls() {
    return loaded(calls);
  }

  MessageBridge bridge() {
    return loaded(bridge);
  }

  Value env() {
    return loaded(env);
  }

  /** All that the main module exports. */
  Value exports() {
    return loaded(exports);
  }

  /** What the main module exports and must not. */
  Optional<BadExport> badExport() {
    var found = new ArrayList<BadExport>();
    isolate
        .prelude("exportcheck")
        .invokeMember(
            "check",
            exports(),
            ProxyArray.fromArray(version.classes().stream().sorted().toArray()),
            (ProxyExecutable)
                told -> {
                  found.add(new BadExport(told[0].asString(), told[1].asString()));
                  return null;
                });
    return found.stream().findFirst();
  }

  /** What the main module exports under {@code name}; undefined if nothing. */
  Value export(String name) {
    var member = loaded(exports).getMember(name);
    return member == null ? undefined() : member;
  }

  /** JavaScript's {@code undefined}. */
  Value undefined() {
    if (undefined == null) {
      undefined = isolate.context().eval("js", "undefined");
    }
    return undefined;
  }

  /** What {@code structuredClone()} gives. */
  private Value copy(Value value) {
    return structuredClone().deserialize(structuredClone().serialize(value));
  }

  private static <T> T loaded(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("The worker is not loaded");
    }
    return part;
  }
}
