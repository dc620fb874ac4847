/**
 * Signatures of LSP4IJ: what the plugin calls or overrides in this package, without bodies.
 *
 * <p>Must not know: anything; at run time the IDE's own classes stand in for these.
 *
 * <p>No thread ever runs them: they are there for the compiler alone.
 *
 * <p>Start reading at LEDGER.md, which tells where each type was read.
 */
@NullMarked
package com.redhat.devtools.lsp4ij.dap;

import org.jspecify.annotations.NullMarked;
