# Finds a JDK 25. Read by other scripts, after which find_java may be called.
#
# Nothing here starts a process on the usual ways: whether a directory holds the right JDK is read
# from its file "release". "java -version" would cost more than all the rest of a start.

JAVA_FEATURE=25

# java_release DIR: sets java_version to what DIR/release says, empty if there is no such file.
java_release() {
  java_version=
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
  while IFS='=' read -r key value; do
    case $key in
      JAVA_RUNTIME_VERSION) java_version=${value#\"} java_version=${java_version%\"}; return 0 ;;
      JAVA_VERSION) java_version=${value#\"} java_version=${java_version%\"} ;;
    esac
  done <"$1/release"
}

# is_java DIR: whether DIR is a JDK or JRE of the right version.
is_java() {
  java_release "$1"
  case $java_version in
    "$JAVA_FEATURE" | "$JAVA_FEATURE".* | "$JAVA_FEATURE"+* | "$JAVA_FEATURE"-*) java_home=$1; return 0 ;;
  esac
  java_seen="$java_seen${java_version:+ $1 is $java_version;}"
  return 1
}

# find_java DIST: sets java_home and java_version, or explains what is missing and fails.
find_java() {
  java_seen=
  if [ -n "${DURASCOPE_JAVA_HOME-}" ]; then
    is_java "$DURASCOPE_JAVA_HOME" && return 0
    echo "durascope: DURASCOPE_JAVA_HOME=$DURASCOPE_JAVA_HOME is not a JDK $JAVA_FEATURE${java_version:+ but $java_version}." >&2
    return 1
  fi
  [ -n "${JAVA_HOME-}" ] && is_java "$JAVA_HOME" && return 0
  is_java "$1/jre" && return 0
  java_on_path=$(command -v java || :)
  if [ -n "$java_on_path" ]; then
    java_link=$(readlink -f "$java_on_path" 2>/dev/null || :)
    java_link=${java_link:-$java_on_path}
    is_java "${java_link%/bin/java}" && return 0
  fi
  for candidate in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/.sdkman/candidates/java/*; do
    is_java "$candidate" && return 0
  done
  echo "durascope: needs a JDK $JAVA_FEATURE, and there is none in DURASCOPE_JAVA_HOME, JAVA_HOME, PATH, /usr/lib/jvm or ~/.sdkman (${java_seen:- none of any version}). Get one from https://adoptium.net/temurin/releases/?version=$JAVA_FEATURE, or point JAVA_HOME to it." >&2
  return 1
}
