package dev.durascope.runtime.api;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.BodyEncoding;
import dev.durascope.runtime.message.Network;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.Continuation;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code host.fetch}: requests to the outside. Each leaves through the {@link Outbox}, and counts
 * among the {@link PendingFetches} until its answer begins. It is cancelled through its request's
 * cancellation.
 */
final class FetchHost {
  private FetchHost() {}

  /** The group for one isolate. */
  static HostGroup group(Isolate isolate, WebPlatform.Services services) {
    return new HostGroup("fetch")
        .function(
            "start",
            arguments -> {
              var request = arguments.handle(0, RequestMessage.class);
              var call = new Call(isolate.continuation(), arguments.value(1), arguments.value(2));
              var io = services.io().get();
              var entry = io.fetches().sent(request);
              isolate.beginnings().note(entry);
              io.outbox().send(() -> start(services.network(), io, request, entry, call));
              return null;
            });
  }

  private static void start(
      Network network,
      IoContext io,
      RequestMessage request,
      PendingFetches.Entry entry,
      Call call) {
    var _ =
        Redirects.send(network::send, request)
            .whenComplete(
                (answer, failure) -> {
                  io.fetches().answered(entry);
                  call.settle(answer, failure);
                });
  }

  /** The two JavaScript functions that wait for an answer. */
  private record Call(Continuation back, Value done, Value failed) {
    void settle(Redirects.@Nullable Answer answer, @Nullable Throwable failure) {
      if (answer != null) {
        back.post(() -> answered(answer));
      } else if (failure != null) {
        var reason = ScriptFailure.of(failure);
        back.post(() -> failed.executeVoid(reason.name(), reason.text()));
      }
    }

    private void answered(Redirects.Answer answer) {
      var response = answer.response();
      done.executeVoid(
          response.status(),
          response.statusText(),
          Headers.join(response.headers()),
          response.body() instanceof Body.None ? null : response.body(),
          response.url(),
          response.webSocket().orElse(null),
          answer.redirected(),
          response.encoding() == BodyEncoding.MANUAL);
    }
  }
}
