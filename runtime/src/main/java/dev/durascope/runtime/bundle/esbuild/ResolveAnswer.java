package dev.durascope.runtime.bundle.esbuild;

import java.nio.file.Path;
import java.util.List;

/** What a hook says to an import. */
public sealed interface ResolveAnswer {

  /** The fields of the answer, but for the hook's number. */
  WireValue.Dict toWire();

  /** Not mine: the next hook, or else esbuild itself, decides. */
  record Pass() implements ResolveAnswer {
    @Override
    public WireValue.Dict toWire() {
      return WireValue.Dict.empty();
    }
  }

  /** The import stays an import, of this specifier. */
  record External(String specifier) implements ResolveAnswer {
    @Override
    public WireValue.Dict toWire() {
      return WireValue.Dict.empty().with("path", specifier).with("external", true);
    }
  }

  /** The import is this file. */
  record File(Path file) implements ResolveAnswer {
    @Override
    public WireValue.Dict toWire() {
      return WireValue.Dict.empty().with("path", file.toString());
    }
  }

  /**
   * The import is a module of our own making, loaded by the namespace's {@link
   * BuildRequest.LoadHook}.
   */
  record Virtual(String namespace, String path) implements ResolveAnswer {
    @Override
    public WireValue.Dict toWire() {
      return WireValue.Dict.empty().with("path", path).with("namespace", namespace);
    }
  }

  /**
   * The import is wrong; esbuild adds where it is written. Each note says more, such as the remedy.
   */
  record Failure(String text, List<String> notes) implements ResolveAnswer {
    public Failure {
      notes = List.copyOf(notes);
    }

    @Override
    public WireValue.Dict toWire() {
      return WireValue.Dict.empty()
          .with("errors", new WireValue.Array(List.of(message(text, notes))));
    }
  }

  /** A failure that needs no notes. */
  static Failure failure(String text) {
    return new Failure(text, List.of());
  }

  private static WireValue.Dict message(String text, List<String> notes) {
    return WireValue.Dict.empty()
        .with("id", "")
        .with("pluginName", "")
        .with("text", text)
        .with("location", new WireValue.Null())
        .with(
            "notes",
            new WireValue.Array(
                notes.stream()
                    .<WireValue>map(
                        note ->
                            WireValue.Dict.empty()
                                .with("text", note)
                                .with("location", new WireValue.Null()))
                    .toList()))
        .with("detail", -1);
  }
}
