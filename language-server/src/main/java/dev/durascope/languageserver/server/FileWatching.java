package dev.durascope.languageserver.server;

import java.lang.System.Logger.Level;
import java.util.List;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** Asks the client to tell of files that change behind the editor's back: a checkout, a build. */
final class FileWatching {

  private static final System.Logger LOG = System.getLogger(FileWatching.class.getName());

  private static final List<String> GLOBS =
      List.of(
          "**/wrangler*.{toml,json,jsonc}",
          "**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}",
          "**/{package,tsconfig,jsconfig}.json",
          "**/.wrangler/durascope/control.json");

  private FileWatching() {}

  static void request(LanguageClient client) {
    var watchers = GLOBS.stream().map(glob -> new FileSystemWatcher(Either.forLeft(glob))).toList();
    var registration =
        new Registration(
            "watch",
            "workspace/didChangeWatchedFiles",
            new DidChangeWatchedFilesRegistrationOptions(watchers));
    var _ =
        client
            .registerCapability(new RegistrationParams(List.of(registration)))
            .exceptionally(
                refused -> {
                  LOG.log(Level.INFO, "the client does not watch files: {0}", refused.getMessage());
                  return null;
                });
  }
}
