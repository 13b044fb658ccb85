#!/usr/bin/env bash
# Write graph/neo4j-VERSION.lock: the server's jars with their SHA-256 sums, as Maven resolves them.
set -euo pipefail
version=${1:?say which release: docs/lock-neo4j.sh 5.26.30}
command -v mvn >/dev/null || { echo "Maven is needed: install the package maven."; exit 1; }
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bzpeer</groupId><artifactId>server</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>$version</version></dependency>
    <dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>$version</version></dependency>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j-slf4j-provider</artifactId><version>$version</version></dependency>
  </dependencies>
</project>
XML
mvn -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DincludeScope=runtime -Dmdep.useRepositoryLayout=true -DoutputDirectory="$work/jars"
{
  echo "# group:artifact:version[:classifier]  sha256  bytes"
  find "$work/jars" -name '*.jar' | while read -r jar; do
    folder=$(dirname "${jar#"$work/jars/"}")
    release=$(basename "$folder")
    artifact=$(basename "$(dirname "$folder")")
    group=$(dirname "$(dirname "$folder")" | tr / .)
    classifier=$(basename "$jar" .jar)
    classifier=${classifier#"$artifact-$release"}
    echo "$group:$artifact:$release${classifier:+:${classifier#-}} $(sha256sum "$jar" | cut -d' ' -f1) $(stat -c %s "$jar")"
  done | LC_ALL=C sort
} > "$here/graph/neo4j-$version.lock"
echo "graph/neo4j-$version.lock: $(grep -vc '^#' "$here/graph/neo4j-$version.lock") jars"
