package dev.durascope.runtime.http;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;

/**
 * Settings that Netty reads once, when its classes load. They take away work that a server on
 * loopback has no use for and that would delay the first answer: a search for logging libraries, a
 * walk over the network interfaces to make a machine id, the bookkeeping of the leak detector, the
 * many classes of the adaptive allocator. What the user has set on the command line stays.
 */
final class NettySettings {
  static {
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    preset("io.netty.machineId", "00:00:00:00:00:00:00:01");
    preset("io.netty.processId", "1");
    preset("io.netty.leakDetection.level", "disabled");
    preset("io.netty.allocator.type", "pooled");
  }

  private NettySettings() {}

  /** Has the settings made, before any other use of Netty. */
  static void ensure() {}

  private static void preset(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
