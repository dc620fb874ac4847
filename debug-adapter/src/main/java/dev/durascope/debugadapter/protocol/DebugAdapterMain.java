package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.DebuggeeLauncher;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.debug.DebugLauncher;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;

/** Runs the adapter over a pair of streams. */
public final class DebugAdapterMain {

  private DebugAdapterMain() {}

  /**
   * Serves one client over standard input and output. Whatever else of the process prints to
   * standard output is sent to standard error from now on.
   */
  public static void runOnStandardStreams(DebuggeeLauncher launcher) {
    var wire = System.out;
    System.setOut(System.err);
    run(System.in, wire, launcher);
  }

  /**
   * Serves one client until it disconnects or closes the stream, and returns when the project it
   * has launched is gone.
   *
   * @param in the client's messages
   * @param out the adapter's messages, and nothing else
   * @param launcher makes the project that the client asks to launch
   */
  public static void run(InputStream in, OutputStream out, DebuggeeLauncher launcher) {
    var afterResponse = new AfterResponse();
    var numbering = new Numbering();
    var workers = Executors.newVirtualThreadPerTaskExecutor();
    var reader =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("debug-adapter").factory());
    try (workers;
        reader;
        var adapter = new DebugAdapter(launcher, workers, afterResponse)) {
      var connection =
          new DebugLauncher.Builder<DebugClient>() {
            @Override
            protected MessageJsonHandler createJsonHandler() {
              return new WholeMessages(getSupportedMethods(), configureGson);
            }
          }.setLocalService(adapter)
              .setRemoteInterface(DebugClient.class)
              .setInput(new AttachRelay(in, out, launcher))
              .setOutput(out)
              .setExecutorService(reader)
              .configureGson(gson -> gson.registerTypeAdapterFactory(new WrittenNull()))
              .setExceptionHandler(thrown -> Failures.of(thrown, adapter.isWithoutRun()))
              .wrapMessages(
                  consumer ->
                      consumer instanceof RemoteEndpoint
                          ? Arguments.wrap(afterResponse.wrap(consumer))
                          : numbering.wrap(Failures.wrap(consumer)))
              .create();
      adapter.connect(connection.getRemoteProxy());
      var listening = connection.startListening();
      adapter.whenDisconnected(() -> listening.cancel(true));
      listening.get();
    } catch (CancellationException disconnected) {
      // The client has said goodbye, and has been answered.
    } catch (ExecutionException e) {
      throw new IllegalStateException("The connection of the debug adapter has failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
