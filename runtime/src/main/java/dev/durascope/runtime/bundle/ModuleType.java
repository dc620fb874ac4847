package dev.durascope.runtime.bundle;

import java.util.Locale;

/** What a module is, by the names of wrangler's {@code rules}. */
public enum ModuleType {
  /** JavaScript with imports; bundled unless additional modules are looked for. */
  ES_MODULE("ESModule"),
  /** JavaScript with {@code require}; bundled unless additional modules are looked for. */
  COMMON_JS("CommonJS"),
  /** WebAssembly, imported as a compiled module. */
  COMPILED_WASM("CompiledWasm"),
  /** Text, imported as a string. */
  TEXT("Text"),
  /** Bytes, imported as an {@code ArrayBuffer}. */
  DATA("Data");

  private final String ruleName;

  ModuleType(String ruleName) {
    this.ruleName = ruleName;
  }

  /** The name in a configuration, such as {@code CompiledWasm}. */
  public String ruleName() {
    return ruleName;
  }

  /** Whether esbuild bundles modules of the type. */
  boolean isJavaScript() {
    return this == ES_MODULE || this == COMMON_JS;
  }

  /** The type of that name in a configuration. */
  public static ModuleType of(String ruleName) {
    for (var type : values()) {
      if (type.ruleName.equals(ruleName)) {
        return type;
      }
    }
    if (ruleName.startsWith("Python")) {
      throw new IllegalArgumentException(
          "a module rule of type " + ruleName + " is for Python, which is not supported");
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "a module rule's type is one of ESModule, CommonJS, CompiledWasm, Text, Data, not"
                + " \"%s\"",
            ruleName));
  }
}
