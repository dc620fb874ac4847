package dev.durascope.runtime.api;

import dev.durascope.runtime.api.url.Url;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Network;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Follows redirects as the Fetch standard says (HTTP-redirect fetch), so far as a server that is no
 * browser is concerned: the method may become GET, a body is sent again if it still can be, and
 * another origin does not get the {@code Authorization}.
 */
final class Redirects {
  /** More than so many hops are an error. */
  private static final int MAX_REDIRECTS = 20;

  private static final Set<Integer> STATUS = Set.of(301, 302, 303, 307, 308);

  private final Network network;
  private int followed;

  private Redirects(Network network) {
    this.network = network;
  }

  /** An answer, and whether it came only after a redirect. */
  record Answer(ResponseMessage response, boolean redirected) {}

  /** Sends a request, and where it asks for that follows where it leads. */
  static CompletableFuture<Answer> send(Network network, RequestMessage request) {
    return new Redirects(network).send(request);
  }

  private CompletableFuture<Answer> send(RequestMessage request) {
    return network.send(request).thenCompose(response -> look(request, response));
  }

  private CompletableFuture<Answer> look(RequestMessage request, ResponseMessage response) {
    var location =
        response.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("location"))
            .findFirst();
    if (!request.redirect().equals("follow")
        || !STATUS.contains(response.status())
        || location.isEmpty()) {
      return CompletableFuture.completedFuture(new Answer(response, followed > 0));
    }
    return BodiesHost.drain(response.body())
        .thenCompose(
            drained -> {
              try {
                return send(next(request, response.status(), location.get().value()));
              } catch (ScriptFailure e) {
                return CompletableFuture.failedFuture(e);
              }
            });
  }

  private RequestMessage next(RequestMessage request, int status, String location)
      throws ScriptFailure {
    var from = Url.parse(request.url());
    var to = from.flatMap(base -> Url.parse(location, base));
    if (to.isEmpty() || !to.get().protocol().startsWith("http")) {
      throw ScriptFailure.typeError("Invalid Location header; unable to follow redirect.");
    }
    var sameOrigin = from.get().origin().equals(to.get().origin());
    if (++followed > MAX_REDIRECTS) {
      throw ScriptFailure.typeError("Too many redirects.");
    }
    if (status != 303 && request.body() instanceof Body.Stream) {
      throw ScriptFailure.typeError(
          "A request with a one-time-use body (it was initialized from a stream, not a buffer)"
              + " encountered a redirect requiring the body to be retransmitted. To avoid this"
              + " error in the future, construct this request from a buffer-like body"
              + " initializer.");
    }
    var becomesGet =
        ((status == 301 || status == 302) && request.method().equals("POST"))
            || (status == 303 && !request.method().equals("HEAD"));
    return new RequestMessage(
        becomesGet ? "GET" : request.method(),
        to.get().href(),
        request.headers().stream()
            .filter(header -> sameOrigin || !header.name().equalsIgnoreCase("authorization"))
            .toList(),
        becomesGet ? Body.NONE : request.body(),
        request.redirect(),
        request.cf(),
        request.cancellation());
  }
}
