package dev.durascope.runtime.embed;

import dev.durascope.runtime.durable.AlarmOutcome;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.durable.Event;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.project.Project;
import dev.durascope.runtime.rpc.Payload;
import dev.durascope.runtime.rpc.RpcCall;
import dev.durascope.runtime.rpc.RpcResult;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One object: what its stub is in the code, and beside that what only the platform can do with it.
 */
public final class DurableObjectStub {
  private final Project project;
  private final Namespace namespace;
  private final DurableObjectId id;
  private final Answers answers;

  DurableObjectStub(Project project, Namespace namespace, DurableObjectId id, Answers answers) {
    this.project = project;
    this.namespace = namespace;
    this.id = id;
    this.answers = answers;
  }

  private DurableObject object() {
    return namespace.object(id);
  }

  /** The object's id. */
  public DurableObjectId id() {
    return id;
  }

  /** Sends a {@code GET} to the object's {@code fetch}; waits for the whole answer. */
  public WorkerResponse fetch(String url) {
    return fetch(WorkerRequest.get(url));
  }

  /** Sends a request to the object's {@code fetch}; waits for the whole answer. */
  public WorkerResponse fetch(WorkerRequest request) {
    return answers.await(fetchAsync(request));
  }

  /** Sends a request to the object's {@code fetch}, and does not wait. */
  public CompletableFuture<WorkerResponse> fetchAsync(WorkerRequest request) {
    var response = new CompletableFuture<ResponseMessage>();
    object().deliver(new Event.Fetch(request.message(), response));
    return answers.translated(response.thenCompose(Answers::whole));
  }

  /**
   * Calls a method of the object.
   *
   * @param arguments values as {@link JavaValues} has them
   * @return the result, null for {@code undefined}
   */
  public @Nullable Object call(String method, @Nullable Object... arguments) {
    return answers.await(callAsync(method, arguments)).value();
  }

  /** A result that may be null. */
  public record Result(@Nullable Object value) {}

  /** Calls a method of the object, and does not wait. */
  public CompletableFuture<Result> callAsync(String method, @Nullable Object... arguments) {
    var sent = JavaValues.serialize(Arrays.asList(arguments));
    var call = new RpcCall(List.of(method), Payload.of(sent), new CompletableFuture<RpcResult>());
    object().deliver(new Event.Call(call));
    return answers.translated(call.result().thenApply(DurableObjectStub::received));
  }

  private static Result received(RpcResult result) {
    try (result) {
      if (!result.value().externals().isEmpty()) {
        throw WorkerException.of(
            "The result holds what cannot leave the worker: a stub, a stream, a request or a"
                + " response. Let the method give plain values.",
            null);
      }
      return new Result(JavaValues.deserialize(result.value().bytes()));
    }
  }

  /** What the object stores. */
  public DurableObjectStorage storage() {
    return new DurableObjectStorage(project, object(), answers);
  }

  /** Whether an instance of the class is in memory. */
  public boolean isInMemory() {
    return object().incarnation() != null;
  }

  /**
   * Takes the object out of memory at once, as a crash of its host does; what it is doing fails,
   * its hibernatable WebSockets stay open.
   */
  public void evict() {
    object().evict(ScriptFailure.error("The Durable Object was evicted on request."));
  }

  /**
   * Lets the object hibernate.
   *
   * @return what keeps it in memory, in words; empty if it is out of memory now
   */
  public List<String> hibernate() {
    return answers.await(object().hibernate());
  }

  /**
   * Runs the object's alarm now, as if its time had come, and waits for its end; a clock of the
   * test's own stays where it is.
   *
   * @return false if it has no alarm, or if that runs already
   * @throws WorkerException if the handler fails; the alarm then comes again, as it would otherwise
   */
  public boolean runAlarm() {
    var run = namespace.alarms().fireNow(id);
    if (run.isEmpty()) {
      return false;
    }
    var outcome = answers.await(run.get());
    if (outcome != AlarmOutcome.OVER) {
      throw WorkerException.of(
          switch (outcome) {
            case ABANDONED -> "The alarm's handler has ended the object and wants no other try.";
            case LOST -> "The object was taken away while its alarm ran, which comes again.";
            default -> "The alarm's handler has failed, which the log tells of. It comes again.";
          },
          null);
    }
    return true;
  }
}
