package dev.durascope.languageserver.server;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Shows that something takes time. Nobody waits for the client: what is to be shown goes out when
 * it has agreed, in its order, and if it never does, never.
 */
final class Progress {

  private final LanguageClient client;
  private final Either<String, Integer> token;
  private CompletableFuture<Void> shown;

  private Progress(LanguageClient client, Either<String, Integer> token) {
    this.client = client;
    this.token = token;
    shown = client.createProgress(new WorkDoneProgressCreateParams(token));
  }

  static Progress begin(LanguageClient client, String name, String title) {
    var progress = new Progress(client, Either.forLeft("durascope/" + name));
    var begin = new WorkDoneProgressBegin();
    begin.setTitle(title);
    begin.setCancellable(false);
    begin.setPercentage(0);
    progress.show(begin);
    return progress;
  }

  void report(String message, int percentage) {
    var report = new WorkDoneProgressReport();
    report.setMessage(message);
    report.setPercentage(percentage);
    show(report);
  }

  void end() {
    show(new WorkDoneProgressEnd());
  }

  private void show(WorkDoneProgressNotification notification) {
    shown =
        shown.thenRun(
            () -> client.notifyProgress(new ProgressParams(token, Either.forLeft(notification))));
  }
}
