package dev.durascope.languageserver.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an environment that there is not yet may be called. Nobody can be asked for a name in the
 * middle of a code action, so those are offered that the project seems to wait for: scripts that
 * run wrangler with one, and other Workers of the workspace that have one; then the usual.
 */
final class EnvironmentNames {

  /** More are no choice, but a list to read. */
  private static final int MAX_OFFERED = 5;

  private static final List<String> USUAL = List.of("staging", "production");

  /** {@code wrangler deploy --env preview}, {@code CLOUDFLARE_ENV=preview vite build}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?:wrangler|durascope)\\b[^&|;]*?\\s(?:-e|--env)(?:\\s+|=)([\\w-]+)"
              + "|\\bCLOUDFLARE_ENV=([\\w-]+)");

  private EnvironmentNames() {}

  /** Those that the configuration has not, the likeliest first. */
  static List<String> of(Subject subject) {
    var names = new LinkedHashSet<String>();
    for (var script : subject.scripts()) {
      var named = NAMED.matcher(script.text());
      while (named.find()) {
        names.add(named.group(1) != null ? named.group(1) : named.group(2));
      }
    }
    subject.neighbours().forEach(each -> names.addAll(each.config().named().keySet()));
    names.addAll(USUAL);
    names.removeAll(subject.config().named().keySet());
    return names.stream().limit(MAX_OFFERED).toList();
  }
}
