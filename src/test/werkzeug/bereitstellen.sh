#!/bin/sh
# Makes sure that the tools of the tests are there: bpmnlint under target/bpmnlint, a Chromium, and LibreOffice.
# Does nothing when all is there; says what is missing and fails when it cannot be had.
set -eu
cd "$(dirname "$0")/../../.."
quelle=src/test/bpmnlint
ziel=target/bpmnlint

vorhanden() { command -v "$1" >/dev/null 2>&1; }

installiere() {
  [ "$(id -u)" = 0 ] && vorhanden apt-get || return 1
  echo "bereitstellen: apt-get install $*"
  [ -n "${gelesen:-}" ] || apt-get update -qq || return 1
  gelesen=ja
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# bpmnlint runs on the Node of Playwright; npm is needed only to fetch it.
if ! cmp -s "$quelle/package-lock.json" "$ziel/package-lock.json" || ! [ -f "$ziel/fertig" ]; then
  vorhanden npm || installiere nodejs npm ca-certificates || {
    echo "bereitstellen: npm is missing. Please install Node.js with npm, or run as root on Debian." >&2
    exit 1
  }
  mkdir -p "$ziel"
  rm -f "$ziel/fertig"
  cp "$quelle/package.json" "$quelle/package-lock.json" "$ziel/"
  (cd "$ziel" && npm ci --silent --no-audit --no-fund --ignore-scripts)
  touch "$ziel/fertig"
fi
cp "$quelle/.bpmnlintrc" "$ziel/"

# A browser: one that is installed, else Debian's; else the browser tests fetch Playwright's own.
vorhanden chromium || vorhanden chromium-browser || vorhanden google-chrome || installiere chromium \
  || echo "bereitstellen: no Chromium here; the browser tests will fetch the one of Playwright."

# LibreOffice opens what we write for Word.
vorhanden soffice || [ -x /opt/libreoffice/program/soffice ] || [ -x /Applications/LibreOffice.app/Contents/MacOS/soffice ] \
  || installiere libreoffice-writer-nogui || {
  echo "bereitstellen: LibreOffice is missing. Please install it (Debian: libreoffice-writer-nogui), or run as root on Debian." >&2
  exit 1
}
