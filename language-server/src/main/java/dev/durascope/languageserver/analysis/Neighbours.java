package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.WranglerConfig;
import java.util.List;

/** The other Workers that are worked on together with one. */
public interface Neighbours {

  Neighbours NONE = List::of;

  /** The configurations of the workspace, the one that is checked perhaps among them. */
  List<WranglerConfig> configs();
}
