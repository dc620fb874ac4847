package dev.durascope.languageserver.server;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Runs one language server on a pair of streams until the client says {@code exit} or goes away.
 *
 * <p>The output stream is the wire: nothing else may be written to it while this runs. Logging goes
 * to {@link System.Logger}.
 */
public final class LanguageServerMain {

  /** The client said {@code shutdown} before it left. */
  public static final int ORDERLY = 0;

  /** The client left without a {@code shutdown}. */
  public static final int DISORDERLY = 1;

  private LanguageServerMain() {}

  /**
   * Serves, and returns the exit code that the protocol asks for.
   *
   * <p>After {@code exit} the input may still be open, with a daemon thread waiting on it.
   */
  public static int run(InputStream in, OutputStream out) {
    try (var session = new Session()) {
      var reader =
          Executors.newSingleThreadExecutor(
              Thread.ofPlatform().daemon().name("lsp-reader").factory());
      var launcher =
          new Launcher.Builder<LanguageClient>() {
            @Override
            protected MessageJsonHandler createJsonHandler() {
              return new WholeMessages(getSupportedMethods(), configureGson);
            }
          }.setLocalService(session)
              .setRemoteInterface(LanguageClient.class)
              .setInput(in)
              .setOutput(out)
              .setExecutorService(reader)
              .setExceptionHandler(Failures::toResponse)
              .configureGson(gson -> gson.registerTypeAdapterFactory(new AnnotatedEdits()))
              .wrapMessages(new Admission()::guard)
              .create();
      session.connect(launcher.getRemoteProxy());
      var listening = launcher.startListening();
      reader.execute(session::inputEnded);
      reader.shutdown();
      int code = session.awaitExit();
      listening.cancel(true);
      return code;
    } catch (ExecutionException broken) {
      throw new IllegalStateException("the session ended without an exit code", broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return DISORDERLY;
    }
  }
}
