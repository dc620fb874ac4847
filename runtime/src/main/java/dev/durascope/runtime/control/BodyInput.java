package dev.durascope.runtime.control;

import dev.durascope.runtime.message.ByteChannel;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionException;

/** A body that comes in pieces, as a stream of the JDK's; for a thread that may wait. */
final class BodyInput extends InputStream {
  private final ByteChannel channel;
  private byte[] chunk = {};
  private int at;

  BodyInput(ByteChannel channel) {
    this.channel = channel;
  }

  /** Whether there is another byte at {@code at}. */
  private boolean isFilled() throws IOException {
    try {
      while (at == chunk.length) {
        var next = channel.read().join();
        if (next == null) {
          return false;
        }
        chunk = next;
        at = 0;
      }
      return true;
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }

  @Override
  public int read() throws IOException {
    return isFilled() ? Byte.toUnsignedInt(chunk[at++]) : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (!isFilled()) {
      return -1;
    }
    var count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public void close() {
    channel.cancel();
  }
}
