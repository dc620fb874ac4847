package dev.durascope.runtime.binding.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {
  @ParameterizedTest
  @CsvSource({
    "*.map, a.map, true",
    "*.map, deep/er/a.map, true",
    "*.map, a.mapx, false",
    "/top.txt, top.txt, true",
    "/top.txt, deep/top.txt, false",
    "secret, secret/a.txt, true",
    "secret/, secret/a.txt, true",
    "secret/, secret, false",
    "a/*.txt, a/b.txt, true",
    "a/*.txt, x/a/b.txt, false",
    "a/*.txt, a/b/c.txt, false",
    "**/x.js, x.js, true",
    "**/x.js, a/b/x.js, true",
    "a/**, a/b/c, true",
    "a/**/c, a/c, true",
    "a/**/c, a/b/b/c, true",
    "?.txt, a.txt, true",
    "?.txt, ab.txt, false",
    "[ab].txt, b.txt, true",
    "[!ab].txt, b.txt, false",
    "[!ab].txt, c.txt, true",
    "\\#a, #a, true",
    "#a, #a, false",
    "A.TXT, a.txt, true",
  })
  void patternsAreThoseOfGitignore(String pattern, String path, boolean ignored) {
    assertThat(IgnoreRules.of(List.of(pattern)).ignores(path)).isEqualTo(ignored);
  }

  @ParameterizedTest
  @CsvSource({"a.map, true", "keep.map, false", "dir/keep.txt, true", "plain.txt, false"})
  void theLastMatchDecidesButNotWithinAnIgnoredFolder(String path, boolean ignored) {
    var rules = IgnoreRules.of(List.of("*.map  ", "!keep.map", "", "dir", "!dir/keep.txt"));
    assertThat(rules.ignores(path)).isEqualTo(ignored);
  }
}
