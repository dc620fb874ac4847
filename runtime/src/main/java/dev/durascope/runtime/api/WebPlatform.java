package dev.durascope.runtime.api;

import dev.durascope.model.compatibility.CompatibilityFlag;
import dev.durascope.model.compatibility.EnabledFlags;
import dev.durascope.model.compatibility.FlagCatalogue;
import dev.durascope.runtime.api.crypto.CryptoHost;
import dev.durascope.runtime.message.Network;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All host groups beneath the web platform's part of the prelude. */
public final class WebPlatform {
  private WebPlatform() {}

  /**
   * What the web platform needs of its surroundings.
   *
   * @param io of whom the running turn is
   */
  public record Services(
      Clock clock,
      Supplier<IoContext> io,
      SocketAttachments attachments,
      EnabledFlags flags,
      ConsoleListener console,
      Network network) {
    /**
     * Without gate, attachments, network and old habits, as in an isolate that is no Durable
     * Object.
     */
    public static Services plain(Clock clock) {
      var io = IoContext.of(Outbox.OPEN, clock);
      return new Services(
          clock,
          () -> io,
          SocketAttachments.NONE,
          EnabledFlags.newest(),
          ConsoleListener.NONE,
          Network.NONE);
    }
  }

  /** The groups, to be passed on by the function that {@link Isolate#start} asks. */
  public static List<HostGroup> groups(Isolate isolate, Services services) {
    return List.of(
        TimersHost.group(isolate, services.clock()),
        BodiesHost.group(isolate, services.io()),
        UrlHost.group(),
        flags(services.flags()),
        ConsoleHost.group(isolate, services.console()),
        EncodingHost.group(),
        NodeBufferHost.group(),
        NodeZlibHost.group(),
        CryptoHost.group(isolate),
        HtmlHost.group(),
        CompressionHost.group(),
        FetchHost.group(isolate, services),
        ConnectionsHost.group(isolate, services),
        MessagesHost.group(isolate),
        WebSocketHost.group(isolate, services.io(), services.attachments()));
  }

  private static HostGroup flags(EnabledFlags flags) {
    return new HostGroup("flags")
        .function("isOn", arguments -> flags.isOn(arguments.string(0)))
        .function(
            "names",
            arguments ->
                FlagCatalogue.all().stream()
                    .map(CompatibilityFlag::name)
                    .collect(Collectors.joining(",")))
        .function("nodeModules", arguments -> NodeModules.listed(flags));
  }
}
