package dev.durascope.debugadapter.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The code at the beginning of a conversation.
 *
 * @param length how many lines of the conversation it takes
 * @param isProject whether it has files, and not just a program
 * @param lines the lines of each file as they are written, with their breakpoints
 */
record Listing(int length, boolean isProject, Map<String, List<String>> lines) {

  /** The file of a program that has one only. */
  static final String PROGRAM = "/src/index.js";

  private static final String FILE = "//- ";

  static Listing of(List<String> script) {
    var lines = new LinkedHashMap<String, List<String>>();
    var file = PROGRAM;
    boolean project = false;
    int at = 0;
    for (; at < script.size(); at++) {
      var line = script.get(at);
      if (line.startsWith(FILE)) {
        project = true;
        file = line.substring(FILE.length()).strip();
        lines.put(file, new ArrayList<>());
      } else if (line.startsWith("|") || line.startsWith("●")) {
        lines.computeIfAbsent(file, _ -> new ArrayList<>()).add(line);
      } else {
        break;
      }
    }
    return new Listing(at, project, lines);
  }

  /** The text of each file. */
  Map<String, String> files() {
    var files = new LinkedHashMap<String, String>();
    lines.forEach((file, text) -> files.put(file, text(text)));
    return files;
  }

  String program() {
    return text(lines.getOrDefault(PROGRAM, List.of()));
  }

  private static String text(List<String> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(code(line)).append('\n'));
    return text.toString();
  }

  /** The code of a line of a file; lines are counted from 1. */
  String code(String file, int line) {
    return code(lines.getOrDefault(file, List.of()).get(line - 1));
  }

  /** The code of a line as it is written. */
  private static String code(String line) {
    return line.substring(Math.min(line.length(), line.indexOf('|') + 2));
  }

  /** The file that has code, when there is one only. */
  String onlyFile() {
    if (!isProject) {
      return PROGRAM;
    }
    var files = codeFiles();
    if (files.size() != 1) {
      throw new IllegalArgumentException("Which of " + files + "?");
    }
    return files.getFirst();
  }

  /** The files that have code. */
  List<String> codeFiles() {
    return lines.keySet().stream().filter(file -> file.matches(".*\\.[mc]?[jt]sx?")).toList();
  }

  /** The lines with breakpoints, counted from 1. */
  List<Integer> breakpoints(String file) {
    var text = lines.getOrDefault(file, List.of());
    return IntStream.range(0, text.size())
        .filter(at -> text.get(at).startsWith("●"))
        .map(at -> at + 1)
        .boxed()
        .toList();
  }
}
