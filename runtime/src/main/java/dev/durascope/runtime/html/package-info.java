/**
 * Rewriting HTML as it streams by: a tokenizer over bytes, selectors, and the machine that asks
 * JavaScript about each token that a handler wants. Builds no tree, and knows no JavaScript and no
 * HTTP. One thread at a time. Start at {@link dev.durascope.runtime.html.HtmlRewriter}.
 */
@NullMarked
package dev.durascope.runtime.html;

import org.jspecify.annotations.NullMarked;
