package dev.durascope.runtime.project;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.worker.Worker;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The addresses by which a developer runs what no request reaches, as wrangler has them: {@code
 * /cdn-cgi/handler/scheduled?cron=…&time=…&format=json}, and {@code
 * /cdn-cgi/handler/email?from=…&to=…&format=json} with a mail for its body. Schedules do not run by
 * themselves.
 *
 * @param testScheduled whether {@code /__scheduled?cron=…} is one of them
 */
record LocalRoutes(Worker worker, Clock clock, boolean testScheduled) {
  private static final String TEXT = "text/plain;charset=UTF-8";

  private static final String TEST = "/__scheduled";

  private static final String OLD = "/cdn-cgi/handler/";

  /** Behind this many characters of a URL its host has begun. */
  private static final int HOST = "https://".length();

  private static final String NEW = "/cdn-cgi/local/";

  /** The answer, where the request is for one of these addresses. */
  Optional<CompletableFuture<ResponseMessage>> answer(RequestMessage request) {
    if (!request.url().contains("/cdn-cgi/") && !request.url().contains(TEST)) {
      return Optional.empty();
    }
    var question = request.url().indexOf('?');
    var end = question < 0 ? request.url().length() : question;
    var path = request.url().substring(request.url().indexOf('/', HOST), end);
    if (path.equals(OLD + "scheduled") || path.equals(NEW + "scheduled")) {
      return Optional.of(scheduled(parameters(request.url().substring(end))));
    }
    if (testScheduled && path.equals(TEST)) {
      return Optional.of(test(parameters(request.url().substring(end))));
    }
    if (path.equals(OLD + "email") || path.equals(NEW + "email")) {
      return Optional.of(email(parameters(request.url().substring(end)), request));
    }
    return Optional.empty();
  }

  private CompletableFuture<ResponseMessage> scheduled(Map<String, String> parameters) {
    long time;
    try {
      time =
          parameters.containsKey("time")
              ? Long.parseLong(parameters.getOrDefault("time", ""))
              : clock.millis();
    } catch (NumberFormatException e) {
      return CompletableFuture.completedFuture(
          response(400, TEXT, "time is not a number of milliseconds"));
    }
    var asJson = parameters.getOrDefault("format", "").equals("json");
    return worker
        .scheduled(parameters.getOrDefault("cron", ""), time)
        .handle(
            (noRetry, failure) -> outcome(failure == null, Boolean.TRUE.equals(noRetry), asJson));
  }

  private CompletableFuture<ResponseMessage> email(
      Map<String, String> parameters, RequestMessage request) {
    var asJson = parameters.getOrDefault("format", "").equals("json");
    return worker
        .email(parameters.getOrDefault("from", ""), parameters.getOrDefault("to", ""), request)
        .thenApply(
            outcome -> emailOutcome(JsonParser.parseString(outcome).getAsJsonObject(), asJson));
  }

  private static ResponseMessage emailOutcome(JsonObject outcome, boolean asJson) {
    if (outcome.has("invalid")) {
      return response(400, TEXT, outcome.get("invalid").getAsString());
    }
    var ok = outcome.get("outcome").getAsString().equals("ok");
    if (asJson) {
      return response(ok ? 200 : 500, "application/json", outcome.toString());
    }
    if (!ok) {
      return response(500, TEXT, "The email handler has failed: see the log.");
    }
    return outcome.has("rejectReason")
        ? response(
            400,
            TEXT,
            "Worker rejected email with the following reason: "
                + outcome.get("rejectReason").getAsString())
        : response(200, TEXT, "Worker successfully processed email");
  }

  /** As wrangler's page does it, whose failures are those of any request. */
  private CompletableFuture<ResponseMessage> test(Map<String, String> parameters) {
    return worker
        .scheduled(parameters.getOrDefault("cron", ""), clock.millis())
        .thenApply(noRetry -> response(200, TEXT, "Ran scheduled event"));
  }

  private static ResponseMessage outcome(boolean ok, boolean noRetry, boolean asJson) {
    var status = ok ? 200 : 500;
    var outcome = ok ? "ok" : "exception";
    if (!asJson) {
      return response(status, TEXT, outcome);
    }
    var json = new JsonObject();
    json.addProperty("outcome", outcome);
    json.addProperty("noRetry", noRetry);
    return response(status, "application/json", json.toString());
  }

  private static ResponseMessage response(int status, String type, String text) {
    return new ResponseMessage(
        status,
        "",
        List.of(new Header("content-type", type)),
        new Body.Bytes(text.getBytes(StandardCharsets.UTF_8)),
        "",
        Optional.empty());
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new HashMap<String, String>();
    for (var pair : query.substring(Math.min(1, query.length())).split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
