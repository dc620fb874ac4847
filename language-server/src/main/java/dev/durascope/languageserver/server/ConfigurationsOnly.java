package dev.durascope.languageserver.server;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DocumentFilter;
import org.eclipse.lsp4j.DocumentFormattingRegistrationOptions;
import org.eclipse.lsp4j.DocumentRangeFormattingRegistrationOptions;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * What is offered for configurations alone.
 *
 * <p>The server sees code as well, and a client that is told "formats" without saying what would
 * ask its user which formatter TypeScript is to have. So these are registered for the
 * configurations' names; a client that cannot be told so later is told at once, and gets nothing
 * for its code.
 */
final class ConfigurationsOnly {

  private static final System.Logger LOG = System.getLogger(ConfigurationsOnly.class.getName());

  private static final String GLOB = "**/wrangler*.{toml,json,jsonc}";

  private ConfigurationsOnly() {}

  /** Says what a client has to know before all else. */
  static void announce(ServerCapabilities server, Abilities abilities) {
    if (!abilities.registersFormatting()) {
      server.setDocumentFormattingProvider(true);
      server.setDocumentRangeFormattingProvider(true);
    }
    if (!abilities.registersTokens()) {
      server.setSemanticTokensProvider(Colours.options());
    }
  }

  static void register(LanguageClient client, Abilities abilities) {
    var registrations = new ArrayList<Registration>();
    if (abilities.registersFormatting()) {
      var options = new DocumentFormattingRegistrationOptions();
      options.setDocumentSelector(selector());
      registrations.add(new Registration("formatting", "textDocument/formatting", options));
    }
    if (abilities.registersFormatting() && abilities.registersRanges()) {
      var ofRanges = new DocumentRangeFormattingRegistrationOptions();
      ofRanges.setDocumentSelector(selector());
      registrations.add(
          new Registration("formatting of ranges", "textDocument/rangeFormatting", ofRanges));
    }
    if (abilities.registersTokens()) {
      var options = Colours.options();
      options.setDocumentSelector(selector());
      registrations.add(new Registration("tokens", "textDocument/semanticTokens", options));
    }
    if (!registrations.isEmpty()) {
      var _ =
          client
              .registerCapability(new RegistrationParams(registrations))
              .exceptionally(
                  refused -> {
                    LOG.log(Level.INFO, "the client registers nothing: {0}", refused.getMessage());
                    return null;
                  });
    }
  }

  private static List<DocumentFilter> selector() {
    var filter = new DocumentFilter();
    filter.setPattern(GLOB);
    return List.of(filter);
  }
}
