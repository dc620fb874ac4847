package dev.durascope.runtime.api;

import dev.durascope.runtime.message.ByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The bodies that JavaScript of an isolate is writing as streams. While there are any, what made
 * them is in progress, though its handler may have returned. On the isolate's thread only.
 */
public final class OpenBodies {
  private final List<ByteChannel> channels = new ArrayList<>();

  /** A channel for a new body. */
  ByteChannel open() {
    var channel = new ByteChannel();
    channels.removeIf(ByteChannel::isOver);
    channels.add(channel);
    return channel;
  }

  /**
   * The isolate has ended: their readers, who would wait for ever, get the reason after what was
   * written.
   */
  public void breakOff(Throwable reason) {
    channels.forEach(channel -> channel.breakOff(reason));
    channels.clear();
  }

  /** How many are neither at their end nor broken off. */
  public int count() {
    channels.removeIf(ByteChannel::isOver);
    return channels.size();
  }
}
