package dev.durascope.runtime.api;

import dev.durascope.runtime.message.ByteChannel;
import dev.durascope.runtime.script.EventLoop;
import java.util.ArrayList;
import java.util.List;

/**
 * The channels into which the running turn has written, whose readers are told when it ends: many
 * chunks then cost one wake-up of another thread. workerd sends nothing before JavaScript returns
 * either. On the isolate's thread only.
 */
final class Untold {
  private final EventLoop loop;
  private final List<ByteChannel> channels = new ArrayList<>(1);

  Untold(EventLoop loop) {
    this.loop = loop;
  }

  /** The turn writes into a channel. */
  void wrote(ByteChannel channel) {
    if (channels.isEmpty()) {
      loop.atTurnEnd(this::tell);
    }
    if (!channels.contains(channel)) {
      channels.add(channel);
    }
  }

  private void tell() {
    channels.forEach(ByteChannel::tell);
    channels.clear();
  }
}
