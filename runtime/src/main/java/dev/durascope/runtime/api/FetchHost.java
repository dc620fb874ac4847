package dev.durascope.runtime.api;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graalvm.polyglot.Value;

/**
 * {@code host.fetch}: requests to the outside. Each leaves through the {@link Outbox}, and then has
 * a virtual thread for as long as it lasts.
 */
final class FetchHost {
  private FetchHost() {}

  /** The group for one isolate. */
  static HostGroup group(Isolate isolate, Outbox outbox) {
    return new HostGroup("fetch")
        .function(
            "start",
            arguments -> {
              var call =
                  new Call(
                      isolate,
                      arguments.handle(0, RequestMessage.class),
                      arguments.value(1),
                      arguments.value(2));
              outbox.send(call::start);
              return call;
            })
        .function(
            "cancel",
            arguments -> {
              arguments.handle(0, Call.class).cancel();
              return null;
            });
  }

  /** One fetch, which can be cancelled before it has left and while it goes on. */
  private static final class Call {
    private final Isolate isolate;
    private final RequestMessage request;
    private final Value done;
    private final Value failed;
    private final Thread thread;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    Call(Isolate isolate, RequestMessage request, Value done, Value failed) {
      this.isolate = isolate;
      this.request = request;
      this.done = done;
      this.failed = failed;
      this.thread = Thread.ofVirtual().name("fetch " + request.url()).unstarted(this::run);
    }

    void start() {
      if (!cancelled.get()) {
        thread.start();
      }
    }

    void cancel() {
      cancelled.set(true);
      thread.interrupt();
      if (request.body() instanceof Body.Stream stream) {
        stream.channel().cancel();
      }
    }

    private void run() {
      switch (OutboundHttp.send(request, this::answered)) {
        case OutboundHttp.Outcome.Finished _ -> {}
        case OutboundHttp.Outcome.Failed(var message) ->
            isolate.post(() -> failed.executeVoid("Error", message));
      }
    }

    private void answered(OutboundHttp.Answer answer) {
      isolate.post(
          () ->
              done.executeVoid(
                  answer.status(),
                  null,
                  Headers.join(answer.headers()),
                  answer.body() instanceof Body.None ? null : answer.body(),
                  answer.url(),
                  answer.redirected()));
    }
  }
}
