package dev.durascope.languageserver.check;

/** A form in which findings are printed. */
sealed interface Report permits TextReport, JsonReport, SarifReport, GithubReport {

  void print(Findings findings);
}
