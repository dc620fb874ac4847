package dev.durascope.runtime.bundle.esbuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One build that the service remembers and can repeat at the price of what changed.
 *
 * <p>A repetition is a question whose answer says only that it is over: what was built comes before
 * it, as a question of the service's that tells us the result ({@code on-end}). The order on the
 * pipe makes sure that it is there when the answer is.
 */
public final class BuildSession implements AutoCloseable {
  private static final String HOOKS_NAME = "durascope";

  /**
   * Marks our own questions to the service, so that its questions back do not go round in a circle.
   */
  private static final int NESTED = 1;

  private final EsbuildService service;
  private final int key;
  private final BuildRequest request;
  private final AtomicReference<WireValue.Dict> latest = new AtomicReference<>();

  BuildSession(EsbuildService service, int key, BuildRequest request) {
    this.service = service;
    this.key = key;
    this.request = request;
  }

  int key() {
    return key;
  }

  void open() throws InterruptedException {
    var question =
        WireValue.Dict.empty()
            .with("command", "build")
            .with("key", key)
            .with(
                "entries",
                new WireValue.Array(
                    List.of(WireValue.Array.ofTexts(List.of("", request.entry().toString())))))
            .with("flags", WireValue.Array.ofTexts(request.flags()))
            .with("write", false)
            .with("stdinContents", new WireValue.Null())
            .with("stdinResolveDir", new WireValue.Null())
            .with("absWorkingDir", request.workingDir().toString())
            .with("nodePaths", new WireValue.Array(List.of()))
            .with("context", true)
            .with("plugins", new WireValue.Array(List.of(hooks())));
    var answer = service.ask(question);
    var errors = answer.dicts("errors");
    if (!errors.isEmpty()) {
      throw new ProtocolException("refuses the build: " + errors.getFirst().text("text"));
    }
  }

  /**
   * Builds, from what the service remembers of the last time. Errors in the user's code are part of
   * the output.
   */
  public BuildOutput rebuild() throws InterruptedException {
    latest.set(null);
    service.ask(WireValue.Dict.empty().with("command", "rebuild").with("key", key));
    var result = latest.get();
    if (result == null) {
      throw new ProtocolException("a build ended without a result");
    }
    return BuildOutput.of(result);
  }

  /** Makes the service forget the build. */
  @Override
  public void close() {
    service.forget(this);
    if (service.hasEnded()) {
      return;
    }
    try {
      service.ask(WireValue.Dict.empty().with("command", "dispose").with("key", key));
    } catch (ProtocolException e) {
      // The service ended in the meantime, and has forgotten everything.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether the answer to a question may take its time, or ask the service in turn: then it must
   * not keep the reader of its output from reading.
   */
  static boolean mayBlock(WireValue.Dict question) {
    var command = question.text("command");
    return command.equals("on-resolve") || command.equals("on-load");
  }

  /** Answers a question of the service's about this build. */
  WireValue.Dict answer(WireValue.Dict question) throws InterruptedException {
    return switch (question.text("command")) {
      case "on-end" -> {
        latest.set(question);
        yield noComplaints();
      }
      case "on-start" -> noComplaints();
      case "on-resolve" -> resolve(question);
      case "on-load" -> load(question);
      default ->
          throw new ProtocolException("asks an unknown question: " + question.text("command"));
    };
  }

  private WireValue.Dict resolve(WireValue.Dict question) throws InterruptedException {
    if (question.integer("pluginData", -1) == NESTED
        || question.text("kind").equals("entry-point")) {
      return WireValue.Dict.empty();
    }
    var asked =
        new ResolveQuestion(
            question.text("path"),
            question.text("importer"),
            question.text("resolveDir"),
            question.text("kind"),
            (path, fromDir) -> resolveNested(path, fromDir, question.text("kind")));
    for (var id : question.integers("ids")) {
      var answer = request.resolvers().get(id).answerer().answer(asked);
      if (!(answer instanceof ResolveAnswer.Pass)) {
        return answer.toWire().with("id", id);
      }
    }
    return WireValue.Dict.empty();
  }

  private ResolveQuestion.Resolution resolveNested(String path, Path fromDir, String kind)
      throws InterruptedException {
    var answer =
        service.ask(
            WireValue.Dict.empty()
                .with("command", "resolve")
                .with("path", path)
                .with("key", key)
                .with("pluginName", HOOKS_NAME)
                .with("importer", "")
                .with("namespace", "file")
                .with("resolveDir", fromDir.toString())
                .with("kind", kind)
                .with("pluginData", NESTED));
    var errors = answer.dicts("errors");
    if (!errors.isEmpty()) {
      return new ResolveQuestion.Resolution.NotFound(errors.getFirst().text("text"));
    }
    return answer.flag("external")
        ? new ResolveQuestion.Resolution.External(answer.text("path"))
        : new ResolveQuestion.Resolution.Found(Path.of(answer.text("path")));
  }

  private WireValue.Dict load(WireValue.Dict question) {
    var id = question.integers("ids").getFirst();
    var hook = request.loaders().get(id - request.resolvers().size());
    return WireValue.Dict.empty()
        .with("id", id)
        .with(
            "contents",
            new WireValue.Bytes(hook.source().text(question.text("path")).getBytes(UTF_8)))
        .with("loader", "js");
  }

  private WireValue.Dict hooks() {
    var resolvers = request.resolvers();
    var loaders = request.loaders();
    var onResolve = new ArrayList<WireValue>();
    var onLoad = new ArrayList<WireValue>();
    for (var i = 0; i < resolvers.size(); i++) {
      onResolve.add(hook(i, resolvers.get(i).filter(), ""));
    }
    for (var i = 0; i < loaders.size(); i++) {
      onLoad.add(hook(resolvers.size() + i, ".*", loaders.get(i).namespace()));
    }
    return WireValue.Dict.empty()
        .with("name", HOOKS_NAME)
        .with("onStart", false)
        .with("onEnd", false)
        .with("onResolve", new WireValue.Array(onResolve))
        .with("onLoad", new WireValue.Array(onLoad));
  }

  private static WireValue.Dict hook(int id, String filter, String namespace) {
    return WireValue.Dict.empty()
        .with("id", id)
        .with("filter", filter)
        .with("namespace", namespace);
  }

  private static WireValue.Dict noComplaints() {
    return WireValue.Dict.empty()
        .with("errors", new WireValue.Array(List.of()))
        .with("warnings", new WireValue.Array(List.of()));
  }
}
