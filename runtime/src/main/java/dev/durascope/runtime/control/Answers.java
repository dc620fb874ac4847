package dev.durascope.runtime.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.ResponseMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the API's responses. None may be cached: they show a moment. */
final class Answers {
  private Answers() {}

  static ResponseMessage json(JsonElement json) {
    return json(200, json);
  }

  private static ResponseMessage json(int status, JsonElement json) {
    return of(
        status,
        json.toString().getBytes(UTF_8),
        List.of(new Header("Content-Type", "application/json; charset=utf-8")));
  }

  /** An action that is done and has nothing to say. */
  static ResponseMessage done() {
    return json(new JsonObject());
  }

  static ResponseMessage error(int status, String code, String message) {
    var error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", message);
    var body = new JsonObject();
    body.add("error", error);
    return json(status, body);
  }

  static ResponseMessage of(int status, byte[] body, List<Header> headers) {
    var all = new ArrayList<>(headers);
    all.add(new Header("Cache-Control", "no-store"));
    all.add(new Header("X-Content-Type-Options", "nosniff"));
    return new ResponseMessage(status, "", all, new Body.Bytes(body), "", Optional.empty());
  }

  /** The same response with more headers. */
  static ResponseMessage with(ResponseMessage response, Header... more) {
    var headers = new ArrayList<>(response.headers());
    headers.addAll(List.of(more));
    return new ResponseMessage(
        response.status(),
        response.statusText(),
        headers,
        response.body(),
        response.url(),
        response.webSocket());
  }
}
