package dev.durascope.runtime.api;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.ByteChannel;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * HTTP to the outside, on the JDK's client. Bodies stream both ways, no faster than their reader
 * takes them; a gzipped response comes unpacked.
 */
final class OutboundHttp {
  private static final int CHUNK_BYTES = 16 * 1024;
  private static final Set<Integer> WITHOUT_BODY = Set.of(101, 204, 205, 304);

  /** What the connection decides for itself. */
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private OutboundHttp() {}

  /** The clients of the process, made when the first fetch leaves. */
  private static final class Clients {
    static final HttpClient FOLLOWING = client(HttpClient.Redirect.ALWAYS);
    static final HttpClient MANUAL = client(HttpClient.Redirect.NEVER);

    private static HttpClient client(HttpClient.Redirect redirect) {
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(redirect)
          .build();
    }
  }

  /** A response's head, and a body that is still coming. */
  record Answer(int status, List<Header> headers, Body body, String url, boolean redirected) {}

  /** How a fetch ended. */
  sealed interface Outcome {
    /** The whole response has come, or was no longer wanted. */
    record Finished() implements Outcome {}

    /** No response came. */
    record Failed(String message) implements Outcome {}
  }

  /**
   * Sends a request, and returns when the whole response has been handed over; an interrupt breaks
   * it off. For a virtual thread.
   */
  static Outcome send(RequestMessage message, Consumer<Answer> answered) {
    if (message.headers().stream().anyMatch(h -> h.name().equalsIgnoreCase("upgrade"))) {
      return new Outcome.Failed(
          "fetch() of a WebSocket is not available in this version of Durascope");
    }
    var client = message.redirect().equals("follow") ? Clients.FOLLOWING : Clients.MANUAL;
    try {
      var response = client.send(request(message), BodyHandlers.ofInputStream());
      deliver(response, message, answered);
      return new Outcome.Finished();
    } catch (InterruptedException e) {
      return new Outcome.Finished();
    } catch (IOException | IllegalArgumentException e) {
      return new Outcome.Failed("Network connection lost: " + reason(e, message));
    }
  }

  private static String reason(Exception e, RequestMessage message) {
    var text = e.getMessage();
    return (text == null ? e.getClass().getSimpleName() : text) + " (" + message.url() + ")";
  }

  private static HttpRequest request(RequestMessage message) {
    var builder =
        HttpRequest.newBuilder(URI.create(message.url()))
            .method(message.method(), publisher(message.body()));
    var acceptsEncoding = false;
    for (var header : message.headers()) {
      var name = header.name().toLowerCase(Locale.ROOT);
      if (!OWN_HEADERS.contains(name)) {
        builder.header(header.name(), header.value());
        acceptsEncoding |= name.equals("accept-encoding");
      }
    }
    if (!acceptsEncoding) {
      builder.header("accept-encoding", "gzip");
    }
    return builder.build();
  }

  private static BodyPublisher publisher(Body body) {
    return switch (body) {
      case Body.None _ -> BodyPublishers.noBody();
      case Body.Bytes(var bytes) -> BodyPublishers.ofByteArray(bytes);
      case Body.Stream(var channel, var length) -> {
        var publisher = BodyPublishers.ofInputStream(() -> new ChannelStream(channel));
        yield length > 0 ? BodyPublishers.fromPublisher(publisher, length) : publisher;
      }
    };
  }

  private static void deliver(
      HttpResponse<InputStream> response, RequestMessage message, Consumer<Answer> answered)
      throws InterruptedException, IOException {
    var headers = new ArrayList<Header>();
    response
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    var hasBody = !message.method().equals("HEAD") && !WITHOUT_BODY.contains(response.statusCode());
    var channel = new ByteChannel();
    answered.accept(
        new Answer(
            response.statusCode(),
            headers,
            hasBody ? new Body.Stream(channel, -1) : Body.NONE,
            response.uri().toString(),
            response.previousResponse().isPresent()));
    if (hasBody) {
      pump(response, channel);
    } else {
      response.body().close();
    }
  }

  private static void pump(HttpResponse<InputStream> response, ByteChannel channel)
      throws InterruptedException {
    var isGzip =
        response
            .headers()
            .firstValue("content-encoding")
            .filter(encoding -> encoding.equalsIgnoreCase("gzip"))
            .isPresent();
    try (var raw = response.body();
        var input = isGzip ? new GZIPInputStream(raw) : raw) {
      var buffer = new byte[CHUNK_BYTES];
      for (var count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        if (count > 0) {
          channel.write(Arrays.copyOf(buffer, count)).get();
        }
      }
      channel.end();
    } catch (IOException e) {
      channel.fail(e);
    } catch (InterruptedException e) {
      channel.fail(e);
      throw e;
    } catch (ExecutionException e) {
      // The reader has cancelled: closing the stream above tells the server.
    }
  }

  /** A body's channel as the stream that the client wants to read. */
  private static final class ChannelStream extends InputStream {
    private final ByteChannel channel;
    private byte[] chunk = {};
    private int at;

    ChannelStream(ByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      while (at == chunk.length) {
        try {
          var next = channel.read().join();
          if (next == null) {
            return -1;
          }
          chunk = next;
          at = 0;
        } catch (CompletionException e) {
          throw new IOException("The request's body has failed: " + e.getMessage(), e);
        }
      }
      var count = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, target, offset, count);
      at += count;
      return count;
    }
  }
}
