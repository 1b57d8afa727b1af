#!/usr/bin/env bash
# Installs what a fresh Debian or Ubuntu machine lacks. Quiet when nothing is missing, safe to run again.
# usage: setup.sh build|window     what the tests need, or also what the window needs
set -eu

purpose="${1:-build}"
missing=()

major_version_of_javac() {
  javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

# A library counts as present when the loader knows it, whatever its package is called here.
need_library() { # soname, package
  ldconfig="$(command -v ldconfig || echo /sbin/ldconfig)"
  if ! "$ldconfig" -p 2>/dev/null | grep -q "[[:space:]]$1 "; then missing+=("$2"); fi
}

find_missing() {
  missing=()
  if ! command -v javac >/dev/null || [ "$(major_version_of_javac)" -lt 17 ]; then missing+=(openjdk-17-jdk-headless); fi
  command -v mvn >/dev/null || missing+=(maven)
  # JavaFX draws text with Pango and dies without any font
  need_library libfreetype.so.6 libfreetype6
  need_library libpangoft2-1.0.so.0 libpangoft2-1.0-0
  [ -n "$(find /usr/share/fonts /usr/local/share/fonts -name '*.[to]tf' -print -quit 2>/dev/null)" ] || missing+=(fonts-dejavu-core)
  if [ "$purpose" = window ]; then
    need_library libgtk-3.so.0 libgtk-3-0
    need_library libXtst.so.6 libxtst6
    need_library libXxf86vm.so.1 libxxf86vm1
    need_library libGL.so.1 libgl1
  fi
}

find_privilege() {
  if [ "$(id -u)" = 0 ]; then
    privilege=()
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }; }; then
    privilege=(sudo)
  else
    return 1
  fi
}

known_here() { apt-cache show "$1" 2>/dev/null | grep -q '^Package:'; }

# Ubuntu since 24.04 and Debian since 13 carry some libraries under names that end in t64;
# Debian 13 has no JDK 17 but a newer one, which does as well.
name_here() {
  if known_here "$1t64"; then
    echo "$1t64"
  elif [ "$1" = openjdk-17-jdk-headless ] && ! known_here "$1"; then
    echo default-jdk-headless
  else
    echo "$1"
  fi
}

install_missing() {
  log="$(mktemp)"
  trap 'rm -f "$log"' EXIT
  local as_root=("${privilege[@]+"${privilege[@]}"}" env DEBIAN_FRONTEND=noninteractive)
  if ! "${as_root[@]}" apt-get -q update >"$log" 2>&1; then
    echo "The package lists could not be refreshed; trying with what is there." >&2
  fi
  local packages=()
  for package in "${missing[@]}"; do packages+=("$(name_here "$package")"); done
  echo "Installing ${packages[*]} ..."
  if ! "${as_root[@]}" apt-get -q -y --no-install-recommends install "${packages[@]}" >>"$log" 2>&1; then
    cat "$log" >&2
    echo "These packages could not be installed: ${packages[*]}" >&2
    exit 1
  fi
}

[ "$(uname -s)" = Linux ] || exit 0
find_missing
[ ${#missing[@]} -gt 0 ] || exit 0
if ! command -v apt-get >/dev/null; then
  echo "This looks like neither Debian nor Ubuntu. Missing, by Debian's names: ${missing[*]}" >&2
  exit 0
fi
if ! find_privilege; then
  echo "Missing: ${missing[*]}. Install with: sudo apt-get install ${missing[*]}" >&2
  exit 0
fi
install_missing
