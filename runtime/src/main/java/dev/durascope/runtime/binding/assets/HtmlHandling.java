package dev.durascope.runtime.binding.assets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a URL finds its HTML file, and which of several URLs of one file is the right one: {@code
 * html_handling}.
 *
 * <p>Each way is a list of steps for a path; the first that applies decides. A redirect applies
 * where its destination would, without a redirect, serve that very file.
 *
 * @see <a
 *     href="https://developers.cloudflare.com/workers/static-assets/routing/advanced/html-handling/">the
 *     rules</a>
 */
enum HtmlHandling {
  AUTO {
    @Override
    List<Step> steps(String path) {
      var steps = new ArrayList<Step>();
      if (path.endsWith("/index")) {
        steps.add(new Serve(path));
        steps.add(new Redirect(path + ".html", cut(path, "index")));
        steps.add(new Redirect(cut(path, "/index") + ".html", cut(path, "/index")));
      } else if (path.endsWith("/index.html")) {
        steps.add(new Redirect(path, cut(path, "index.html")));
        steps.add(new Redirect(cut(path, "/index.html") + ".html", cut(path, "/index.html")));
      } else if (path.endsWith("/")) {
        steps.add(new Serve(path + "index.html"));
        steps.add(new Redirect(cut(path, "/") + ".html", cut(path, "/")));
      } else if (path.endsWith(".html")) {
        steps.add(new Redirect(path, cut(path, ".html")));
        steps.add(new Redirect(cut(path, ".html") + "/index.html", cut(path, ".html") + "/"));
      }
      steps.add(new Serve(path));
      steps.add(new Serve(path + ".html"));
      steps.add(new Redirect(path + "/index.html", path + "/"));
      return steps;
    }
  },
  FORCE {
    @Override
    List<Step> steps(String path) {
      var steps = new ArrayList<Step>();
      if (path.endsWith("/index")) {
        steps.add(new Serve(path));
        steps.add(new Redirect(path + ".html", cut(path, "index")));
        steps.add(new Redirect(cut(path, "/index") + ".html", cut(path, "index")));
      } else if (path.endsWith("/index.html")) {
        steps.add(new Redirect(path, cut(path, "index.html")));
        steps.add(new Redirect(cut(path, "/index.html") + ".html", cut(path, "index.html")));
      } else if (path.endsWith("/")) {
        steps.add(new Serve(path + "index.html"));
        steps.add(new Serve(cut(path, "/") + ".html"));
      } else if (path.endsWith(".html")) {
        steps.add(new Redirect(path, cut(path, ".html") + "/"));
        steps.add(new Serve(path));
        steps.add(new Redirect(cut(path, ".html") + "/index.html", cut(path, ".html") + "/"));
      }
      steps.add(new Serve(path));
      steps.add(new Redirect(path + ".html", path + "/"));
      steps.add(new Redirect(path + "/index.html", path + "/"));
      return steps;
    }
  },
  DROP {
    @Override
    List<Step> steps(String path) {
      var steps = new ArrayList<Step>();
      if (path.equals("/index") || path.equals("/index.html")) {
        steps.add(new Serve("/index"));
        steps.add(new Redirect("/index.html", "/"));
      } else if (path.equals("/")) {
        steps.add(new Serve("/index.html"));
      } else if (path.endsWith("/index")) {
        steps.add(new Serve(path));
        steps.add(new Redirect(cut(path, "/index") + ".html", cut(path, "/index")));
        steps.add(new Redirect(path + ".html", cut(path, "/index")));
      } else if (path.endsWith("/index.html")) {
        steps.add(new Redirect(path, cut(path, "/index.html")));
        steps.add(new Serve(path));
        steps.add(new Redirect(cut(path, "/index.html") + ".html", cut(path, "/index.html")));
      } else if (path.endsWith("/")) {
        steps.add(new Redirect(cut(path, "/") + ".html", cut(path, "/")));
        steps.add(new Redirect(path + "index.html", cut(path, "/")));
      } else if (path.endsWith(".html")) {
        steps.add(new Redirect(path, cut(path, ".html")));
        steps.add(new Redirect(cut(path, ".html") + "/index.html", cut(path, ".html")));
      }
      steps.add(new Serve(path));
      steps.add(new Serve(path + ".html"));
      steps.add(new Serve(path + "/index.html"));
      return steps;
    }
  },
  NONE {
    @Override
    List<Step> steps(String path) {
      return List.of(new Serve(path));
    }
  };

  /** What may be done. */
  sealed interface Step {}

  /** Serve a file, if it is there. */
  record Serve(String file) implements Step {}

  /** Send to another path, if that serves the file. */
  record Redirect(String file, String destination) implements Step {}

  /** What a path leads to. */
  sealed interface Found {}

  /** A file. */
  record Asset(Path file) implements Found {}

  /** Another path. */
  record Elsewhere(String path) implements Found {}

  /** By the configuration's word. */
  static HtmlHandling of(String name) {
    return switch (name) {
      case "force-trailing-slash" -> FORCE;
      case "drop-trailing-slash" -> DROP;
      case "none" -> NONE;
      default -> AUTO;
    };
  }

  abstract List<Step> steps(String path);

  /** Where a decoded path leads; empty if nowhere. */
  Optional<Found> find(String path, AssetFolder folder) {
    for (var step : steps(path)) {
      switch (step) {
        case Serve(var file) -> {
          var found = folder.find(file);
          if (found.isPresent()) {
            return Optional.of(new Asset(found.get()));
          }
        }
        case Redirect(var file, var destination) -> {
          var found = folder.find(file);
          if (found.isPresent()
              && folder.find(destination).isEmpty()
              && served(destination, folder).equals(found)) {
            return Optional.of(new Elsewhere(destination));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What a path serves without any redirect. */
  private Optional<Path> served(String path, AssetFolder folder) {
    for (var step : steps(path)) {
      if (step instanceof Serve(var file) && folder.find(file).isPresent()) {
        return folder.find(file);
      }
    }
    return Optional.empty();
  }

  private static String cut(String path, String end) {
    return path.substring(0, path.length() - end.length());
  }
}
