package dev.durascope.runtime.api;

import dev.durascope.runtime.message.ByteChannel;
import dev.durascope.runtime.script.EventLoop;
import java.util.ArrayList;
import java.util.List;

/**
 * The channels into which the running turn has written, whose readers are told when it ends: many
 * chunks then cost one wake-up of another thread. workerd sends nothing before JavaScript returns
 * either.
 *
 * <p>A turn that has written much should end: a stream whose source never waits would otherwise
 * keep the isolate from everything else as long as its reader is as fast. On the isolate's thread
 * only.
 */
final class Untold {
  /** So many chunks of streams a turn may write, and not many more. */
  private static final int MAX_TURN_CHUNKS = 64;

  private static final int MAX_TURN_BYTES = 1 << 20;

  private final EventLoop loop;
  private final List<ByteChannel> channels = new ArrayList<>(1);
  private int chunks;
  private long bytes;

  Untold(EventLoop loop) {
    this.loop = loop;
  }

  /**
   * The turn writes into a channel.
   *
   * @return whether it may write more; if not, that should be left to another one
   */
  boolean wrote(ByteChannel channel, int length) {
    if (channels.isEmpty()) {
      loop.atTurnEnd(this::tell);
    }
    if (!channels.contains(channel)) {
      channels.add(channel);
    }
    chunks++;
    bytes += length;
    return chunks < MAX_TURN_CHUNKS && bytes < MAX_TURN_BYTES;
  }

  private void tell() {
    channels.forEach(ByteChannel::tell);
    channels.clear();
    chunks = 0;
    bytes = 0;
  }
}
