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
 * @param baselines the states that configurations are compared with
 * @param neighbours the other Workers of the workspace
 */
public record Surroundings(
    SourceFiles files,
    ModuleCache modules,
    InstalledSchemas schemas,
    LocalDate today,
    Baselines baselines,
    Neighbours neighbours) {

  /** With nothing to compare with. */
  public Surroundings(
      SourceFiles files, ModuleCache modules, InstalledSchemas schemas, LocalDate today) {
    this(files, modules, schemas, today, Baselines.NONE, Neighbours.NONE);
  }

  /** These, with other states to compare with. */
  public Surroundings comparedWith(Baselines others) {
    return new Surroundings(files, modules, schemas, today, others, neighbours);
  }

  /** These, with other Workers beside. */
  public Surroundings beside(Neighbours others) {
    return new Surroundings(files, modules, schemas, today, baselines, others);
  }

  /** What a Worker that is only looked at from here has around it. */
  public Surroundings alone() {
    return comparedWith(Baselines.NONE).beside(Neighbours.NONE);
  }

  /** What an earlier state has around it. */
  Surroundings in(Baseline baseline) {
    return new Surroundings(baseline.files(), baseline.modules(), schemas, today);
  }
}
