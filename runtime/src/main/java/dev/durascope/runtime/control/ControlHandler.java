package dev.durascope.runtime.control;

import dev.durascope.runtime.http.RequestHandler;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes each request from the checks to its route, and turns what goes wrong into an answer. */
final class ControlHandler implements RequestHandler, AutoCloseable {
  private static final Logger LOG = System.getLogger(ControlHandler.class.getName());
  private static final String API = "/api/";

  private final AccessRules access;
  private final ControlRoutes routes;
  private final PanelFiles panel = new PanelFiles();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ControlHandler(ControlTarget target, AccessRules access) {
    this.access = access;
    routes = new ControlRoutes(target);
  }

  @Override
  public CompletableFuture<ResponseMessage> handle(RequestMessage request) {
    return CompletableFuture.supplyAsync(() -> answer(request), threads);
  }

  private ResponseMessage answer(RequestMessage request) {
    var refusal = access.refusesSource(request);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var answer = request.method().equals("OPTIONS") ? preflight() : answerChecked(request);
    return Requests.header(request, "Origin")
        .filter(AccessRules::isWebview)
        .map(origin -> readableBy(origin, answer))
        .orElse(answer);
  }

  private ResponseMessage answerChecked(RequestMessage request) {
    try {
      var path = Requests.path(request);
      return path.startsWith(API) ? call(request, path) : panel.answer(request, path, access);
    } catch (ControlRefusal e) {
      return Answers.error(e.kind().status(), e.code(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A request to the control API failed: " + request.method(), e);
      return Answers.error(500, "internal-error", "Durascope failed: " + e);
    }
  }

  private ResponseMessage call(RequestMessage request, String path) throws ControlRefusal {
    var refusal = access.refusesToken(request);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var segments = Requests.segments(path);
    var otherMethods = new ArrayList<String>();
    for (var route : routes.all()) {
      var match = route.match(segments);
      if (match.isPresent()) {
        if (route.method().equals(request.method())) {
          return route.action().run(new Route.Call(request, match.get()));
        }
        otherMethods.add(route.method());
      }
    }
    return otherMethods.isEmpty()
        ? Answers.error(404, "no-such-request", "The control API has no request " + path)
        : wrongMethod(request, otherMethods);
  }

  private static ResponseMessage wrongMethod(RequestMessage request, List<String> allowed) {
    var methods = String.join(", ", allowed);
    return Answers.with(
        Answers.error(
            405,
            "wrong-method",
            "This request is made with %s, not with %s".formatted(methods, request.method())),
        new Header("Allow", methods));
  }

  /** Tells a webview which requests it may make. */
  private static ResponseMessage preflight() {
    return Answers.with(
        new ResponseMessage(204, "", List.of(), Body.NONE, "", Optional.empty()),
        new Header("Access-Control-Allow-Methods", "GET, PUT, POST, DELETE"),
        new Header("Access-Control-Allow-Headers", "Authorization, Content-Type"));
  }

  private static ResponseMessage readableBy(String origin, ResponseMessage answer) {
    return Answers.with(
        answer, new Header("Access-Control-Allow-Origin", origin), new Header("Vary", "Origin"));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
