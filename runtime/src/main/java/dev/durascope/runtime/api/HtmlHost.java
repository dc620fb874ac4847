package dev.durascope.runtime.api;

import dev.durascope.runtime.html.HtmlException;
import dev.durascope.runtime.html.HtmlRewriter;
import dev.durascope.runtime.html.Selector;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.HostGroup.Arguments;
import dev.durascope.runtime.script.ScriptError;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code host.html}: HTMLRewriter's selectors and the documents on their way through it. */
final class HtmlHost {
  /** Encodings in which a byte of ASCII need not be one. */
  private static final Set<String> NOT_ASCII = Set.of("utf-16le", "utf-16be", "iso-2022-jp");

  private HtmlHost() {}

  /** The group, the same for every isolate. */
  static HostGroup group() {
    var group = new HostGroup("html");
    group.function("selector", words(arguments -> Selector.parse(arguments.string(0))));
    group.function("handler", HtmlHost::handler);
    group.function("rewriter", words(HtmlHost::rewriter));
    group.function(
        "checkComment",
        words(arguments -> check(() -> HtmlRewriter.checkComment(arguments.string(0)))));
    action(group, "end", HtmlRewriter::end);
    action(group, "pass", HtmlRewriter::pass);
    action(group, "dropContent", HtmlRewriter::dropContent);
    getter(group, "next", rewriter -> rewriter.next().name());
    getter(group, "asked", rewriter -> joined(rewriter.asked()));
    getter(group, "awaitEnd", HtmlRewriter::awaitEnd);
    getter(group, "tagName", rewriter -> rewriter.startTag().name());
    getter(group, "namespace", HtmlRewriter::namespace);
    getter(group, "hasContent", HtmlRewriter::hasContent);
    getter(
        group, "attributes", rewriter -> String.join("\uffff", rewriter.startTag().attributes()));
    getter(group, "endTagName", HtmlRewriter::endTagName);
    getter(group, "text", HtmlRewriter::text);
    getter(group, "isLastInTextNode", HtmlRewriter::isLastInTextNode);
    getter(group, "comment", HtmlRewriter::comment);
    getter(group, "take", rewriter -> Buffers.toScript(rewriter.take()));
    getter(group, "doctypeName", rewriter -> rewriter.doctype().name());
    getter(group, "publicId", rewriter -> rewriter.doctype().publicId());
    getter(group, "systemId", rewriter -> rewriter.doctype().systemId());
    function(group, "feed", (r, a) -> r.feed(Buffers.slice(a, 1)));
    function(group, "emit", (r, a) -> r.emit(a.string(1), a.bool(2)));
    function(group, "passEndTag", (r, a) -> r.passEndTag(a.string(1)));
    function(group, "passComment", (r, a) -> r.passComment(a.string(1)));
    function(group, "rename", (r, a) -> r.startTag().rename(a.string(1)));
    function(group, "setAttribute", (r, a) -> r.startTag().setAttribute(a.string(1), a.string(2)));
    function(group, "removeAttribute", (r, a) -> r.startTag().removeAttribute(a.string(1)));
    group.function(
        "attribute", arguments -> of(arguments).startTag().attribute(arguments.string(1)));
    return group;
  }

  /** What is called for its effect. */
  private interface Effect {
    void run(HtmlRewriter rewriter, Arguments arguments);
  }

  private static void function(HostGroup group, String name, Effect effect) {
    group.function(
        name,
        words(
            arguments -> {
              effect.run(of(arguments), arguments);
              return null;
            }));
  }

  private static void action(HostGroup group, String name, Consumer<HtmlRewriter> action) {
    function(group, name, (rewriter, arguments) -> action.accept(rewriter));
  }

  private static void getter(
      HostGroup group, String name, Function<HtmlRewriter, @Nullable Object> getter) {
    group.function(name, words(arguments -> getter.apply(of(arguments))));
  }

  private static HtmlRewriter of(Arguments arguments) {
    return arguments.handle(0, HtmlRewriter.class);
  }

  private static @Nullable Object check(Runnable check) {
    check.run();
    return null;
  }

  /** The function, whose refusals are TypeErrors. */
  private static HostGroup.Function words(HostGroup.Function function) {
    return arguments -> {
      try {
        return function.call(arguments);
      } catch (HtmlException e) {
        throw ScriptError.typeError(String.valueOf(e.getMessage()));
      }
    };
  }

  private static String joined(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** From (selector or null, wants elements, texts, comments, doctype). */
  private static HtmlRewriter.Handler handler(Arguments arguments) {
    var selector =
        arguments.isNull(0)
            ? Optional.<Selector>empty()
            : Optional.of(arguments.handle(0, Selector.class));
    return new HtmlRewriter.Handler(
        selector, arguments.bool(1), arguments.bool(2), arguments.bool(3), arguments.bool(4));
  }

  /** From (label of the encoding, handlers…). */
  private static HtmlRewriter rewriter(Arguments arguments) {
    var handlers = new ArrayList<HtmlRewriter.Handler>();
    for (var i = 1; i < arguments.values().length; i++) {
      handlers.add(arguments.handle(i, HtmlRewriter.Handler.class));
    }
    return new HtmlRewriter(charset(arguments.string(0)), handlers);
  }

  private static Charset charset(String label) {
    var name =
        Encodings.name(label)
            .orElseThrow(
                () ->
                    ScriptError.typeError(
                        "Parser error: Unknown character encoding has been provided."));
    if (NOT_ASCII.contains(name)) {
      throw ScriptError.typeError("Parser error: Expected ASCII-compatible encoding.");
    }
    return Encodings.charset(name)
        .orElseThrow(
            () ->
                ScriptError.typeError(
                    "The encoding \"" + name + "\" is not available in this version of Durascope"));
  }
}
