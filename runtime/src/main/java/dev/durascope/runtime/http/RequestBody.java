package dev.durascope.runtime.http;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.ByteChannel;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where the bytes of a request's body go. */
sealed interface RequestBody {
  /** What a write that leaves room gives. */
  CompletionStage<Void> ROOM = CompletableFuture.completedStage(null);

  /** Takes the next bytes; the stage completes when there is room for more. */
  CompletionStage<Void> write(ByteBuf bytes) throws IOException;

  /** All bytes have come. */
  void end();

  /** No more bytes will come, or nobody wants them. */
  void fail(IOException reason);

  /** The body as it is handed over. */
  Body message();

  /** Chooses by what the request's headers announce. */
  static RequestBody of(HttpRequest head, int maxWholeBytes) {
    if (!RequestHead.announcesBody(head)) {
      return new Absent();
    }
    var length = HttpUtil.getContentLength(head, -1L);
    return length < 0 || length > maxWholeBytes
        ? new Streamed(new ByteChannel(), length)
        : new Whole(new byte[(int) length]);
  }

  /** No body is announced. */
  record Absent() implements RequestBody {
    @Override
    public CompletionStage<Void> write(ByteBuf bytes) throws IOException {
      if (bytes.isReadable()) {
        throw new IOException("A body came that was not announced");
      }
      return ROOM;
    }

    @Override
    public void end() {}

    @Override
    public void fail(IOException reason) {}

    @Override
    public Body message() {
      return Body.NONE;
    }
  }

  /** Gathers a small body. */
  final class Whole implements RequestBody {
    private final byte[] gathered;
    private int size;

    Whole(byte[] gathered) {
      this.gathered = gathered;
    }

    @Override
    public CompletionStage<Void> write(ByteBuf bytes) {
      var count = bytes.readableBytes();
      bytes.readBytes(gathered, size, count);
      size += count;
      return ROOM;
    }

    @Override
    public void end() {}

    @Override
    public void fail(IOException reason) {}

    @Override
    public Body message() {
      return new Body.Bytes(gathered);
    }
  }

  /** Passes the bytes on as they come. */
  record Streamed(ByteChannel channel, long length) implements RequestBody {
    @Override
    public CompletionStage<Void> write(ByteBuf bytes) {
      return bytes.isReadable() ? channel.write(ByteBufUtil.getBytes(bytes)) : ROOM;
    }

    @Override
    public void end() {
      channel.end();
    }

    @Override
    public void fail(IOException reason) {
      channel.fail(reason);
    }

    @Override
    public Body message() {
      return new Body.Stream(channel, length);
    }
  }

  /** Throws away what comes after the answer, so that the connection can be used again. */
  final class Discarded implements RequestBody {
    /** More than this, and it is cheaper for both sides to connect anew. */
    private static final long MAX_DISCARDED_BYTES = 64L << 20;

    private long discarded;

    @Override
    public CompletionStage<Void> write(ByteBuf bytes) throws IOException {
      discarded += bytes.readableBytes();
      if (discarded > MAX_DISCARDED_BYTES) {
        throw new IOException("Too much of a request body is left that nobody reads");
      }
      return ROOM;
    }

    @Override
    public void end() {}

    @Override
    public void fail(IOException reason) {}

    @Override
    public Body message() {
      throw new IllegalStateException("A discarded body cannot be handed over");
    }
  }
}
