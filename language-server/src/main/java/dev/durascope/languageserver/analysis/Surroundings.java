package dev.durascope.languageserver.analysis;

import dev.durascope.languageserver.schema.InstalledSchemas;
import dev.durascope.model.modules.ModuleCache;
import dev.durascope.model.modules.SourceFiles;
import java.time.LocalDate;

/**
 * What an analysis sees beside the configuration itself.
 *
 * @param files the disk, with unsaved buffers in front of it
 * @param modules what is parsed already
 * @param schemas which keys there are
 * @param today the day in UTC, which compatibility dates are measured by
 */
public record Surroundings(
    SourceFiles files, ModuleCache modules, InstalledSchemas schemas, LocalDate today) {}
