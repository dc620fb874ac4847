package dev.durascope.runtime.embed;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.durascope.runtime.message.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A response whose body has come whole.
 *
 * @param status such as 200
 * @param statusText as the worker gave it, often empty
 * @param headers in order
 * @param body the bytes, empty if there is no body
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record WorkerResponse(int status, String statusText, List<Header> headers, byte[] body) {
  public WorkerResponse {
    headers = List.copyOf(headers);
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as JSON. */
  public JsonElement json() {
    return JsonParser.parseString(text());
  }

  /** The values of a header, joined by commas; the name compares without regard to case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .reduce((one, other) -> one + ", " + other);
  }
}
