/**
 * The rules, one file each. To add one: write its class, name it in {@link
 * dev.durascope.languageserver.analysis.rules.AllRules}, give it a fixture.
 *
 * <p>Must not know: LSP or any other protocol, and each other.
 *
 * <p>Threads: rules have no state and may run on any thread.
 *
 * <p>Start reading at {@link dev.durascope.languageserver.analysis.rules.ClassNotExported}.
 */
@NullMarked
package dev.durascope.languageserver.analysis.rules;

import org.jspecify.annotations.NullMarked;
