package dev.durascope.languageserver.server;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What the client can do with items of completion.
 *
 * @param snippets whether an item's text may have stops for the caret
 * @param labelDetails whether it shows words beside a label that are no part of it
 * @param commits whether a character may take the selected item, and then be typed
 * @param tags whether it shows that an item is outdated
 * @param markdown whether documentation may be in Markdown
 */
record ItemAbilities(
    boolean snippets, boolean labelDetails, boolean commits, boolean tags, boolean markdown) {

  static ItemAbilities of(Optional<TextDocumentClientCapabilities> document) {
    var item =
        document
            .map(TextDocumentClientCapabilities::getCompletion)
            .map(CompletionCapabilities::getCompletionItem);
    return new ItemAbilities(
        can(item, CompletionItemCapabilities::getSnippetSupport),
        can(item, CompletionItemCapabilities::getLabelDetailsSupport),
        can(item, CompletionItemCapabilities::getCommitCharactersSupport),
        item.map(CompletionItemCapabilities::getTagSupport).isPresent(),
        item.map(CompletionItemCapabilities::getDocumentationFormat)
            .filter(formats -> !formats.contains(MarkupKind.MARKDOWN))
            .isEmpty());
  }

  private static boolean can(
      Optional<CompletionItemCapabilities> item,
      Function<CompletionItemCapabilities, @Nullable Boolean> ability) {
    return item.map(ability).orElse(false);
  }
}
