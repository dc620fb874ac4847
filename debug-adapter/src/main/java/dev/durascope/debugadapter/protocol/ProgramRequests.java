package dev.durascope.debugadapter.protocol;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.LoadedSourcesArguments;
import org.eclipse.lsp4j.debug.LoadedSourcesResponse;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.ScopesResponse;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceArguments;
import org.eclipse.lsp4j.debug.SourceResponse;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StackTraceResponse;
import org.eclipse.lsp4j.debug.ThreadsResponse;

/**
 * The requests about what there is of a program: its threads, their stacks, its files.
 *
 * @param session whose run is meant
 * @param toProtocol the client's conventions
 * @param sourceReferences the files that the client knows by a number
 */
record ProgramRequests(Session session, ToProtocol toProtocol, SourceReferences sourceReferences) {

  CompletableFuture<ThreadsResponse> threads() {
    var response = new ThreadsResponse();
    response.setThreads(
        !session.hasRun()
            ? new org.eclipse.lsp4j.debug.Thread[0]
            : session.run().debugger().isolates().stream()
                .map(
                    isolate -> {
                      var thread = new org.eclipse.lsp4j.debug.Thread();
                      thread.setId(isolate.id());
                      thread.setName(isolate.title());
                      return thread;
                    })
                .toArray(org.eclipse.lsp4j.debug.Thread[]::new));
    return CompletableFuture.completedFuture(response);
  }

  CompletableFuture<StackTraceResponse> stackTrace(StackTraceArguments arguments) {
    var skipped = session.run().debugger().skipped();
    return Answers.later(
        session.run().debugger().stack(arguments.getThreadId()),
        stack -> {
          int start = arguments.getStartFrame() == null ? 0 : arguments.getStartFrame();
          long levels =
              arguments.getLevels() == null || arguments.getLevels() == 0
                  ? Long.MAX_VALUE
                  : arguments.getLevels();
          var response = new StackTraceResponse();
          response.setTotalFrames(stack.size());
          response.setStackFrames(
              stack.stream()
                  .skip(start)
                  .limit(levels)
                  .map(frame -> toProtocol.frame(frame, skipped))
                  .toArray(org.eclipse.lsp4j.debug.StackFrame[]::new));
          return response;
        });
  }

  CompletableFuture<ScopesResponse> scopes(ScopesArguments arguments) {
    return Answers.later(
        session.run().debugger().scopes(arguments.getFrameId()),
        scopes -> {
          var response = new ScopesResponse();
          response.setScopes(
              scopes.stream().map(toProtocol::scope).toArray(org.eclipse.lsp4j.debug.Scope[]::new));
          return response;
        });
  }

  CompletableFuture<SourceResponse> source(SourceArguments arguments) {
    var file =
        sourceReferences
            .file(arguments.getSourceReference())
            .or(() -> Optional.ofNullable(arguments.getSource()).map(this::file));
    var text =
        file.flatMap(session.run().debugger()::content)
            .orElseThrow(
                () -> Problem.NO_SUCH_SOURCE.with("The program has no text of this source."));
    var response = new SourceResponse();
    response.setContent(text);
    return CompletableFuture.completedFuture(response);
  }

  CompletableFuture<LoadedSourcesResponse> loadedSources(LoadedSourcesArguments arguments) {
    var response = new LoadedSourcesResponse();
    response.setSources(
        session.run().debugger().files().stream().map(toProtocol::source).toArray(Source[]::new));
    return CompletableFuture.completedFuture(response);
  }

  private Path file(Source source) {
    return toProtocol.conventions().file(source.getPath());
  }
}
