package dev.durascope.debugadapter.protocol;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket whose news wait until the conversation asks for them. */
final class SocketClient implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
  private final CompletableFuture<WebSocket> socket;

  private SocketClient(HttpClient http, URI address) {
    socket = http.newWebSocketBuilder().buildAsync(address, new Listener());
    var _ =
        socket.exceptionally(
            failure -> {
              news.add("failed " + failure.getMessage());
              throw new IllegalStateException(failure);
            });
  }

  /** Asks for a WebSocket; whether it opens is the first of its news. */
  static SocketClient open(HttpClient http, URI address) {
    return new SocketClient(http, URI.create("ws" + address.toString().substring(4)));
  }

  void send(String text) {
    socket.thenCompose(open -> open.sendText(text, true)).join();
  }

  /** {@code open}, {@code message …}, {@code closed CODE …} or {@code failed …}. */
  String next() {
    try {
      var next = news.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return next == null ? "(silence)" : next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    if (socket.isDone() && !socket.isCompletedExceptionally() && !socket.join().isOutputClosed()) {
      var _ = socket.join().sendClose(WebSocket.NORMAL_CLOSURE, "");
    } else {
      socket.cancel(true);
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public void onOpen(WebSocket opened) {
      news.add("open");
      opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        news.add("message " + message);
        message.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      news.add(("closed " + code + " " + reason).strip());
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      news.add("failed " + error.getMessage());
    }
  }
}
