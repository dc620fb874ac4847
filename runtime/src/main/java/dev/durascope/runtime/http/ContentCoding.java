package dev.durascope.runtime.http;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.BodyEncoding;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.ResponseMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Encodes a response's plain body as its {@code Content-Encoding} says, as the platform does for
 * {@code new Response(text, {headers: {'content-encoding': 'gzip'}})}. What has come so far goes
 * out with every chunk: a stream of events must not wait for its end.
 */
final class ContentCoding {
  private static final int BUFFER_BYTES = 4 << 10;

  private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
  private final GZIPOutputStream gzip;

  private ContentCoding() {
    try {
      gzip = new GZIPOutputStream(encoded, BUFFER_BYTES, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The response as it goes over the wire, but for the chunks of a stream. */
  static ResponseMessage prepared(ResponseMessage response) {
    if (isGzip(response)) {
      return switch (response.body()) {
        case Body.None _ -> response;
        case Body.Bytes(var bytes) -> withBody(response, new Body.Bytes(whole(bytes)));
        case Body.Stream(var channel, var _) -> withBody(response, new Body.Stream(channel, -1));
      };
    }
    return isBrotli(response) ? withoutEncoding(response) : response;
  }

  /** What encodes the chunks of a response's stream; null if they go as they are. */
  static @Nullable ContentCoding ofStream(ResponseMessage response) {
    return isGzip(response) && response.body() instanceof Body.Stream ? new ContentCoding() : null;
  }

  private static byte[] whole(byte[] plain) {
    var coding = new ContentCoding();
    coding.write(plain);
    return coding.end();
  }

  /** The encoded form of the next chunk. */
  byte[] chunk(byte[] plain) {
    write(plain);
    return taken();
  }

  private void write(byte[] plain) {
    try {
      gzip.write(plain);
      gzip.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is left at the end. */
  byte[] end() {
    try {
      gzip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return taken();
  }

  private byte[] taken() {
    var bytes = encoded.toByteArray();
    encoded.reset();
    return bytes;
  }

  private static boolean isGzip(ResponseMessage response) {
    return isPlainUnder("gzip", response);
  }

  /** Java can take brotli apart but not make it; the client gets the body plain. */
  private static boolean isBrotli(ResponseMessage response) {
    return isPlainUnder("br", response);
  }

  private static boolean isPlainUnder(String name, ResponseMessage response) {
    return response.encoding() == BodyEncoding.AUTOMATIC
        && encoding(response).map(value -> value.strip().equalsIgnoreCase(name)).orElse(false);
  }

  private static Optional<String> encoding(ResponseMessage response) {
    return response.headers().stream()
        .filter(ContentCoding::isContentEncoding)
        .map(Header::value)
        .findFirst();
  }

  private static boolean isContentEncoding(Header header) {
    return header.name().equalsIgnoreCase("content-encoding");
  }

  private static ResponseMessage withBody(ResponseMessage response, Body body) {
    return new ResponseMessage(
        response.status(),
        response.statusText(),
        response.headers(),
        body,
        response.url(),
        response.webSocket(),
        response.encoding());
  }

  private static ResponseMessage withoutEncoding(ResponseMessage response) {
    return new ResponseMessage(
        response.status(),
        response.statusText(),
        response.headers().stream().filter(header -> !isContentEncoding(header)).toList(),
        response.body(),
        response.url(),
        response.webSocket(),
        response.encoding());
  }
}
