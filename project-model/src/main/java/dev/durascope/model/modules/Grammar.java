package dev.durascope.model.modules;

import java.util.Locale;
import java.util.Optional;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/**
 * Which grammar reads which file. TypeScript has two: in a {@code .ts} file {@code <T>x} is a type
 * assertion, in a {@code .tsx} file it is an element.
 */
enum Grammar {
  JAVASCRIPT,
  TYPESCRIPT,
  TSX;

  /** Loading a native grammar takes some milliseconds, so each is loaded when first needed. */
  TSLanguage language() {
    return switch (this) {
      case JAVASCRIPT -> Javascript.LANGUAGE;
      case TYPESCRIPT -> Typescript.LANGUAGE;
      case TSX -> Tsx.LANGUAGE;
    };
  }

  private static final class Javascript {
    static final TSLanguage LANGUAGE = new TreeSitterJavascript();
  }

  private static final class Typescript {
    static final TSLanguage LANGUAGE = new TreeSitterTypescript();
  }

  private static final class Tsx {
    static final TSLanguage LANGUAGE = new TreeSitterTsx();
  }

  /** The grammar for a file of this name; empty where it is no JavaScript or TypeScript. */
  static Optional<Grammar> of(String fileName) {
    var extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "js", "mjs", "cjs", "jsx" -> Optional.of(JAVASCRIPT);
      case "ts", "mts", "cts" -> Optional.of(TYPESCRIPT);
      case "tsx" -> Optional.of(TSX);
      default -> Optional.empty();
    };
  }
}
