package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.durable.Event;
import dev.durascope.runtime.durable.Facet;
import dev.durascope.runtime.durable.Facets;
import dev.durascope.runtime.durable.ObjectClass;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.rpc.RpcCall;
import dev.durascope.runtime.rpc.Service;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.storage.FacetStorage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** {@code host.facets}: the objects within an object, for the prelude's {@code facets.js}. */
final class FacetsHost {
  private final ScriptIncarnation incarnation;
  private final Facets facets;
  private final Supplier<FacetStorage> storage;

  FacetsHost(ScriptIncarnation incarnation, Supplier<FacetStorage> storage) {
    this.incarnation = incarnation;
    this.facets = incarnation.object().facets();
    this.storage = storage;
  }

  HostGroup group() {
    return new HostGroup("facets")
        .function("depth", arguments -> depth())
        .function("stub", arguments -> new Stub(arguments.string(0), arguments.value(1)))
        .function("started", this::started)
        .function(
            "failed",
            arguments -> {
              arguments.handle(0, Facets.Start.class).fail(failure(arguments, 1));
              return null;
            })
        .function(
            "abort",
            arguments -> {
              facets.abort(arguments.string(0), failure(arguments, 1));
              return null;
            })
        .function(
            "delete",
            arguments -> {
              facets.abort(arguments.string(0), ended("Facet was deleted."));
              storage().delete(number(arguments.string(0)));
              return null;
            })
        .function("clone", this::copy);
  }

  private @Nullable Object copy(HostGroup.Arguments arguments) {
    var source = arguments.string(0);
    var target = arguments.string(1);
    facets.abort(target, ended("Facet was cloned-over."));
    if (!source.equals(target)) {
      storage().copy(number(source), number(target));
    }
    return null;
  }

  /** What {@code deleteAll()} deletes beside the object's own. */
  void deleteStored() {
    try {
      storage.get().deleteChildren(ownNumber());
    } catch (UnsupportedOperationException e) {
      // Where no facets can be, there are none.
    }
  }

  private FacetStorage storage() {
    try {
      return storage.get();
    } catch (UnsupportedOperationException e) {
      throw ScriptError.error(String.valueOf(e.getMessage()));
    }
  }

  private int depth() {
    return incarnation.object().facet().map(Facet::depth).orElse(0);
  }

  private int ownNumber() {
    return incarnation.object().facet().map(Facet::number).orElse(FacetStorage.ROOT);
  }

  private int number(String name) {
    return storage().number(ownNumber(), name);
  }

  /**
   * (start, class, the id's digits or null, its name or null, the text in place of an id or null)
   */
  private @Nullable Object started(HostGroup.Arguments arguments) {
    var start = arguments.handle(0, Facets.Start.class);
    var digits = arguments.optionalString(2);
    var outer = incarnation.object();
    var text =
        digits == null && arguments.isNull(4)
            ? outer.facet().flatMap(Facet::id)
            : Optional.ofNullable(arguments.optionalString(4));
    start.begin(
        new Facet(
            start.name(),
            number(start.name()),
            depth() + 1,
            arguments.handle(1, ObjectClass.class),
            text),
        digits == null ? outer.id() : new DurableObjectId(digits, arguments.optionalString(3)));
    return null;
  }

  private static ScriptFailure failure(HostGroup.Arguments arguments, int index) {
    return new ScriptFailure(
            arguments.string(index), arguments.string(index + 1), arguments.string(index + 2))
        .local();
  }

  private static ScriptFailure ended(String message) {
    return ScriptFailure.error(message).local();
  }

  /** A facet as one stub sees it: from its first use on the one that then runs. */
  private final class Stub implements Service {
    private final String name;
    private final Value starter;
    private Facets.@Nullable Start start;

    Stub(String name, Value starter) {
      this.name = name;
      this.starter = starter;
    }

    private synchronized Facets.Start start() {
      if (start == null) {
        start = facets.get(name, facet -> incarnation.post(() -> starter.executeVoid(facet)));
      }
      return start;
    }

    @Override
    public void call(RpcCall call) {
      start().deliver(new Event.Call(call));
    }

    @Override
    public CompletableFuture<ResponseMessage> fetch(RequestMessage request) {
      var response = new CompletableFuture<ResponseMessage>();
      start().deliver(new Event.Fetch(request, response));
      return response;
    }
  }
}
