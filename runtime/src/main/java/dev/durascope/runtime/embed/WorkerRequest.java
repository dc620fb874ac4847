package dev.durascope.runtime.embed;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request, as {@code fetch()} takes it. Immutable.
 *
 * @param method such as {@code POST}
 * @param url absolute; the host is free to choose
 * @param headers in order; one name may come again
 * @param body the bytes, if there is a body
 * @param cf {@code request.cf} as JSON; without, it is what local development has
 */
public record WorkerRequest(
    String method, String url, List<Header> headers, Optional<byte[]> body, Optional<String> cf) {
  public WorkerRequest {
    headers = List.copyOf(headers);
    if (URI.create(url).getAuthority() == null) {
      throw new IllegalArgumentException("The URL has to be absolute: " + url);
    }
    if (cf.isPresent() && !isJsonObject(cf.get())) {
      throw new IllegalArgumentException("cf has to be a JSON object: " + cf.get());
    }
  }

  private static boolean isJsonObject(String text) {
    try {
      return JsonParser.parseString(text).isJsonObject();
    } catch (JsonParseException e) {
      return false;
    }
  }

  /** A {@code GET} of an absolute URL. */
  public static WorkerRequest get(String url) {
    return new WorkerRequest("GET", url, List.of(), Optional.empty(), Optional.empty());
  }

  /** A {@code POST} of text in UTF-8, without a {@code Content-Type}. */
  public static WorkerRequest post(String url, String body) {
    return new WorkerRequest(
        "POST",
        url,
        List.of(),
        Optional.of(body.getBytes(StandardCharsets.UTF_8)),
        Optional.empty());
  }

  /** The same with another method. */
  public WorkerRequest withMethod(String name) {
    return new WorkerRequest(name, url, headers, body, cf);
  }

  /** The same with one more header. */
  public WorkerRequest withHeader(String name, String value) {
    var more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new WorkerRequest(method, url, more, body, cf);
  }

  /** The same with other bytes as its body. */
  public WorkerRequest withBody(byte[] bytes) {
    return new WorkerRequest(method, url, headers, Optional.of(bytes.clone()), cf);
  }

  /**
   * The same as if it came from elsewhere.
   *
   * @param json the object that {@code request.cf} is, such as {@code {"country": "PT"}}
   * @throws IllegalArgumentException if it is no JSON object
   */
  public WorkerRequest withCf(String json) {
    return new WorkerRequest(method, url, headers, body, Optional.of(json));
  }

  RequestMessage message() {
    var sent = new ArrayList<>(headers);
    if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("host"))) {
      sent.addFirst(new Header("host", URI.create(url).getAuthority()));
    }
    if (body.isPresent()
        && headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("content-length"))) {
      sent.add(new Header("content-length", String.valueOf(body.get().length)));
    }
    return new RequestMessage(
        method, url, sent, body.<Body>map(Body.Bytes::new).orElse(Body.NONE), "manual", cf);
  }
}
