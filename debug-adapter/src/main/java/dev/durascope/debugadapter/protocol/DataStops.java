package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.DataBreakpoint;
import dev.durascope.debugadapter.core.DataBreakpointStatus;
import dev.durascope.debugadapter.core.ObjectFilter;
import dev.durascope.debugadapter.core.ObjectKey;
import dev.durascope.debugadapter.core.ScriptDebugger;
import dev.durascope.debugadapter.core.StoredData;
import dev.durascope.debugadapter.core.WatchedData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.DataBreakpointAccessType;
import org.eclipse.lsp4j.debug.DataBreakpointInfoArguments;
import org.eclipse.lsp4j.debug.DataBreakpointInfoResponse;
import org.eclipse.lsp4j.debug.SetDataBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetDataBreakpointsResponse;
import org.jspecify.annotations.Nullable;

/**
 * The requests about breakpoints on stored data. What is watched is named by the text of a {@link
 * WatchedData}, which a client may also write itself.
 */
final class DataStops {

  private static final DataBreakpointAccessType[] ACCESS_TYPES = {
    DataBreakpointAccessType.READ,
    DataBreakpointAccessType.WRITE,
    DataBreakpointAccessType.READ_WRITE
  };

  /** How much of an id tells it from others well enough. */
  private static final int SHOWN_DIGITS = 8;

  private DataStops() {}

  /** What a breakpoint on a line of the variables view, or on an expression, would watch. */
  static CompletableFuture<DataBreakpointInfoResponse> info(
      ScriptDebugger debugger, DataBreakpointInfoArguments arguments) {
    var name = arguments.getName();
    var reference = arguments.getVariablesReference();
    if (reference != null && reference != 0) {
      return debugger.storedData(reference, name).thenApply(found -> response(found, name));
    }
    var frame = arguments.getFrameId();
    var written = WatchedData.parse(name);
    if (written.isPresent() && written.get().objects() == ObjectFilter.ALL && frame != null) {
      return CompletableFuture.completedFuture(
          response(
              debugger
                  .objectOf(frame)
                  .map(object -> watched(written.get().data(), object))
                  .or(() -> written),
              name));
    }
    return CompletableFuture.completedFuture(response(written, name));
  }

  private static WatchedData watched(StoredData data, ObjectKey object) {
    return new WatchedData(data, ObjectFilter.of(object));
  }

  private static DataBreakpointInfoResponse response(Optional<WatchedData> found, String name) {
    var response = new DataBreakpointInfoResponse();
    if (found.isEmpty()) {
      response.setDescription(
          "\""
              + name
              + "\" is not stored: breakpoints can watch storage[\"key\"], storage[\"prefix*\"],"
              + " sql:table and storage.alarm.");
      return response;
    }
    var watched = found.get();
    response.setDataId(watched.toString());
    response.setDescription(title(watched));
    response.setAccessTypes(ACCESS_TYPES);
    response.setCanPersist(true);
    return response;
  }

  private static String title(WatchedData watched) {
    var objects = watched.objects().toString();
    var whose =
        ObjectKey.parse(objects)
            .map(
                key ->
                    key.className()
                        + " "
                        + key.id().substring(0, Math.min(SHOWN_DIGITS, key.id().length())))
            .orElse(objects.isEmpty() ? "all objects" : objects);
    return watched.data().title() + " of " + whose;
  }

  /** Replaces the breakpoints on stored data. */
  static SetDataBreakpointsResponse set(
      ScriptDebugger debugger, SetDataBreakpointsArguments arguments) {
    var requests = new ArrayList<DataBreakpoint>();
    var unreadable = new ArrayList<Boolean>();
    for (var asked : arguments.getBreakpoints()) {
      var watched = WatchedData.parse(asked.getDataId());
      unreadable.add(watched.isEmpty());
      watched.ifPresent(
          data ->
              requests.add(
                  new DataBreakpoint(
                      data,
                      access(asked.getAccessType()),
                      Optional.ofNullable(asked.getCondition()),
                      Optional.ofNullable(asked.getHitCondition()))));
    }
    var statuses = debugger.stops().setOnData(requests).iterator();
    var response = new SetDataBreakpointsResponse();
    response.setBreakpoints(
        unreadable.stream()
            .map(wrong -> wrong ? unreadable() : breakpoint(statuses.next()))
            .toArray(Breakpoint[]::new));
    return response;
  }

  /** Without debugging nothing stops. */
  static SetDataBreakpointsResponse refused(SetDataBreakpointsArguments arguments) {
    var response = new SetDataBreakpointsResponse();
    response.setBreakpoints(
        List.of(arguments.getBreakpoints()).stream()
            .map(_ -> unverified("The project runs without debugging."))
            .toArray(Breakpoint[]::new));
    return response;
  }

  private static DataBreakpoint.Access access(@Nullable DataBreakpointAccessType type) {
    return switch (type) {
      case READ -> DataBreakpoint.Access.READ;
      case READ_WRITE -> DataBreakpoint.Access.READ_WRITE;
      case WRITE -> DataBreakpoint.Access.WRITE;
      case null -> DataBreakpoint.Access.WRITE;
    };
  }

  private static Breakpoint unreadable() {
    return unverified(
        "The data has no known form: it is to be storage[\"key\"], storage[\"prefix*\"], sql:table"
            + " or storage.alarm, and may go on with \"of\" and the objects that are meant.");
  }

  private static Breakpoint unverified(String message) {
    var breakpoint = new Breakpoint();
    breakpoint.setVerified(false);
    breakpoint.setMessage(message);
    return breakpoint;
  }

  private static Breakpoint breakpoint(DataBreakpointStatus status) {
    var breakpoint = new Breakpoint();
    breakpoint.setId(status.id());
    breakpoint.setVerified(status.verified());
    if (!status.verified()) {
      breakpoint.setMessage(status.message());
    }
    return breakpoint;
  }
}
