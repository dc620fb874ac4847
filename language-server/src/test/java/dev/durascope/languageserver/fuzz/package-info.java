/**
 * Texts and messages by chance: nothing that is typed or sent may crash, hang or fill the memory.
 */
@NullMarked
package dev.durascope.languageserver.fuzz;

import org.jspecify.annotations.NullMarked;
