package dev.durascope.runtime.api.crypto;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.script.ScriptError;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.util.List;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/**
 * {@code host.crypto}: two functions, {@code now(operation, …)}, and {@code later(operation, done,
 * failed, …)}, which computes beside the isolate, though nothing comes into a Durable Object before
 * its result: the platform computes within the turn. One function for all operations, because an
 * isolate that does no cryptography should not pay for the names of eighty.
 */
public final class CryptoHost {
  private static final Logger LOG = System.getLogger(CryptoHost.class.getName());
  private static final int AFTER_NAME = 1;
  private static final int AFTER_CALLBACKS = 3;

  private CryptoHost() {}

  /** The group for one isolate. */
  public static HostGroup group(Isolate isolate) {
    return new HostGroup("crypto")
        .function(
            "now",
            arguments -> run(operation(arguments.string(0), new Input(arguments, AFTER_NAME))))
        .function(
            "later",
            arguments -> {
              var done = arguments.value(1);
              var failed = arguments.value(2);
              var operation = operation(arguments.string(0), new Input(arguments, AFTER_CALLBACKS));
              var back = isolate.reservedContinuation();
              HeavyWork.run(
                  () -> {
                    try {
                      var result = run(operation);
                      back.post(() -> done.executeVoid(result));
                    } catch (ScriptError e) {
                      back.post(() -> failed.executeVoid(e.name(), e.text()));
                    } catch (RuntimeException e) {
                      LOG.log(Level.ERROR, "Cryptography beside an isolate failed", e);
                      back.post(() -> failed.executeVoid("Error", "internal error"));
                    }
                  });
              return null;
            });
  }

  private static Operation operation(String name, Input in) {
    var dot = name.indexOf('.');
    return switch (name.substring(0, dot)) {
      case "random" -> Randomness.operation(name, in);
      case "hash" -> Hashes.operation(name, in);
      case "aes" -> Aes.operation(name, in);
      case "derive" -> Derivation.operation(name, in);
      case "key" -> KeyFormats.operation(name, in);
      case "rsa" -> Rsa.operation(name, in);
      case "ec" -> Elliptic.operation(name, in);
      case "ed" -> Edwards.operation(name, in);
      case "cipher" -> NodeCipher.operation(name, in);
      case "dh" -> DiffieHellman.operation(name, in);
      default -> throw unknown(name);
    };
  }

  /** For an operation that nobody has: a fault of the prelude. */
  static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("No operation of cryptography: " + name);
  }

  private static @Nullable Object run(Operation operation) {
    try {
      return toScript(operation.run());
    } catch (GeneralSecurityException | InvalidParameterException e) {
      throw ScriptError.domException("OperationError", "The operation failed: " + e.getMessage());
    }
  }

  private static @Nullable Object toScript(@Nullable Object result) {
    return switch (result) {
      case byte[] bytes -> ByteBuffer.wrap(bytes);
      case List<?> list -> ProxyArray.fromArray(list.stream().map(CryptoHost::toScript).toArray());
      case null, default -> result;
    };
  }
}
