package dev.durascope.languageserver.check;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.model.config.WranglerConfig;
import java.util.List;

/**
 * What a run found.
 *
 * @param name the configuration's path as output shows it
 */
record Findings(WranglerConfig config, String name, List<Diagnostic> diagnostics) {}
