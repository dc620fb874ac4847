package dev.durascope.runtime.api;

import dev.durascope.runtime.api.url.Url;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Follows redirects as the Fetch standard says (HTTP-redirect fetch), so far as a server that is no
 * browser is concerned: the method may become GET, a body is sent again if it still can be, and
 * another origin does not get the {@code Authorization}.
 */
public final class Redirects {
  /** More than so many hops are an error. */
  private static final int MAX_REDIRECTS = 20;

  private static final Set<Integer> STATUS = Set.of(301, 302, 303, 307, 308);

  private final Function<RequestMessage, CompletableFuture<ResponseMessage>> way;
  private int followed;

  private Redirects(Function<RequestMessage, CompletableFuture<ResponseMessage>> way) {
    this.way = way;
  }

  /** An answer, the address that it came from, and whether that is one of a redirect. */
  public record Answer(ResponseMessage response, String url, boolean redirected) {}

  /**
   * Sends a request, and where it asks for that follows where it leads.
   *
   * @param way where all of them go: to the outside, or to one service or object
   */
  public static CompletableFuture<Answer> send(
      Function<RequestMessage, CompletableFuture<ResponseMessage>> way, RequestMessage request) {
    return new Redirects(way).send(request);
  }

  private CompletableFuture<Answer> send(RequestMessage request) {
    return way.apply(request).thenCompose(response -> look(request, response));
  }

  private CompletableFuture<Answer> look(RequestMessage request, ResponseMessage response) {
    var location =
        response.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("location"))
            .findFirst();
    if (!request.redirect().equals("follow")
        || !STATUS.contains(response.status())
        || location.isEmpty()) {
      return CompletableFuture.completedFuture(new Answer(response, request.url(), followed > 0));
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
