# Sets JAVA_HOME to a JDK 25, for Maven. Read by other scripts, from the project's root.

. cli/src/main/dist/bin/find-java.sh
find_java "$PWD/cli/target/durascope" || exit 2
export JAVA_HOME="$java_home"
